import { encodeView, type View } from '../records/view-record.js';
import { jsonRecord } from './json-record.js';
import type { Migration } from './migrations.js';

/** Views: from `{"version":1,"name":…,"query":…}`. */
export const jsonViews: Migration = {
  to: 1,
  prefix: 'views/',
  migrate({ key, value }) {
    const view = jsonRecord(value) as View | undefined;
    return view ? { kind: 'put', key, value: encodeView(view) } : undefined;
  },
};
