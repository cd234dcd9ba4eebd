import { internalError, type StateStore, type TableName } from '@arbalest/spi';
import type { ExternalDefinition } from './external-definition.js';
import { tableKey } from './table-key.js';

const PREFIX = 'catalog/files/external/';
/** Of the values, which are JSON: `{"version":1}` with the members of ExternalDefinition. Before they had a version they were the same without it. */
const VERSION = 1;

/** Where definitions of external tables are: in the state store, or, where none is loaded, in memory for as long as the process lives. */
export interface ExternalTables {
  get(name: TableName): Promise<ExternalDefinition | undefined>;
  list(): Promise<readonly ExternalDefinition[]>;
  /** False, and nothing changed, when there is one of that name and `replace` is false. */
  put(definition: ExternalDefinition, replace: boolean): Promise<boolean>;
  /** False when there is none of that name. */
  delete(name: TableName): Promise<boolean>;
}

export function externalTables(store: StateStore | undefined): ExternalTables {
  return store === undefined ? inMemory() : inStore(store);
}

function inStore(store: StateStore): ExternalTables {
  const keyOf = (name: TableName) => PREFIX + encodeURIComponent(tableKey(name));
  return {
    async get(name) {
      const entry = await store.get(keyOf(name));
      return entry && decoded(entry.value);
    },
    async list() {
      const found: ExternalDefinition[] = [];
      for await (const { value } of store.range(PREFIX)) found.push(decoded(value));
      return found;
    },
    async put(definition, replace) {
      const key = keyOf(definition.name);
      const conditions = replace ? [] : [{ kind: 'absent' as const, key }];
      const { committed } = await store.commit({
        conditions,
        writes: [{ kind: 'put', key, value: encoded(definition) }],
      });
      return committed;
    },
    async delete(name) {
      const key = keyOf(name);
      const entry = await store.get(key);
      if (entry === undefined) return false;
      const { committed } = await store.commit({
        conditions: [{ kind: 'revision', key, revision: entry.revision }],
        writes: [{ kind: 'delete', key }],
      });
      return committed;
    },
  };
}

function encoded(definition: ExternalDefinition): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ version: VERSION, ...definition }));
}

function decoded(value: Uint8Array): ExternalDefinition {
  const { version = VERSION, ...definition } = JSON.parse(new TextDecoder().decode(value)) as ExternalDefinition & {
    readonly version?: number;
  };
  if (version > VERSION) {
    const { schema, name } = definition.name;
    throw internalError(
      'EXTERNAL_TABLE_VERSION',
      `The external table ${schema === undefined ? name : `${schema}.${name}`} was defined by a later version of Arbalest (format ${version}; this one reads ${VERSION}); use that version, or drop the table and define it again`,
    );
  }
  return definition;
}

function inMemory(): ExternalTables {
  const definitions = new Map<string, ExternalDefinition>();
  return {
    get: (name) => Promise.resolve(definitions.get(tableKey(name))),
    list: () => Promise.resolve([...definitions.values()]),
    put(definition, replace) {
      const key = tableKey(definition.name);
      if (definitions.has(key) && !replace) return Promise.resolve(false);
      definitions.set(key, definition);
      return Promise.resolve(true);
    },
    delete: (name) => Promise.resolve(definitions.delete(tableKey(name))),
  };
}
