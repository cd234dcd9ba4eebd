import { type StateStore, type TableName, userError } from '@arbalest/spi';
import { decodeView, encodeView, type View } from '../state/records/view-record.js';
import { tableNameText } from './table-name.js';

export type { View } from '../state/records/view-record.js';

const PREFIX = 'views/';

/**
 * Views, shared by all sessions. Key: `views/<schema>/<name>`, lower case and percent-encoded. Names are compared without
 * regard to case, as the dialect does.
 */
export class ViewStore {
  constructor(private readonly state: StateStore) {}

  async get(name: TableName): Promise<View | undefined> {
    const entry = await this.state.get(key(name));
    return entry && decodeView(entry.value);
  }

  async list(): Promise<readonly View[]> {
    const views: View[] = [];
    for await (const entry of this.state.range(PREFIX)) views.push(decodeView(entry.value));
    return views;
  }

  /** @returns false when there was one and `replace` is not asked for */
  async put(view: View, replace: boolean): Promise<boolean> {
    const write = { kind: 'put', key: key(view.name), value: encodeView(view) } as const;
    const conditions = replace ? [] : [{ kind: 'absent', key: key(view.name) } as const];
    return (await this.state.commit({ conditions, writes: [write] })).committed;
  }

  /** @throws user error `VIEW_NOT_FOUND` */
  async drop(name: TableName): Promise<void> {
    const entry = await this.state.get(key(name));
    if (!entry) throw userError('VIEW_NOT_FOUND', `There is no view ${tableNameText(name)}`);
    await this.state.commit({ conditions: [], writes: [{ kind: 'delete', key: entry.key }] });
  }
}

function key({ schema, name }: TableName): string {
  return `${PREFIX}${encodeURIComponent((schema ?? 'main').toLowerCase())}/${encodeURIComponent(name.toLowerCase())}`;
}
