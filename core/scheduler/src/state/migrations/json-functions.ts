import type { FunctionDefinition } from '@arbalest/spi';
import { encodeFunction } from '../records/function-record.js';
import { jsonRecord } from './json-record.js';
import type { Migration } from './migrations.js';

/** Functions: from `{"version":1,"definition":…}`. */
export const jsonFunctions: Migration = {
  to: 1,
  prefix: 'functions/',
  migrate({ key, value }) {
    const record = jsonRecord(value) as { readonly definition: FunctionDefinition } | undefined;
    return record ? { kind: 'put', key, value: encodeFunction(record.definition) } : undefined;
  },
};
