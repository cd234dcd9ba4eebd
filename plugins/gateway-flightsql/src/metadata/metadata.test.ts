import { decodeSchema, decodeTable, stripPrefix } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import { type SqlService, type SqlTable, userError } from '@arbalest/spi';
import type { Schema, Table } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { answerMetadata, metadataSchemaOf } from './index.js';

const messages = arrow.flight.protocol.sql;
const table = (catalog: string, schema: string, name: string, more: Partial<SqlTable> = {}): SqlTable => ({
  name: { catalog, schema, name },
  kind: 'table',
  fields: [],
  ...more,
});
const TABLES: readonly SqlTable[] = [
  table('pg', 'public', 'orders', { error: userError('CONNECTION', 'pg does not answer'), fields: undefined as never }),
  table('files', 'main', 'flights', {
    fields: [
      { name: 'delay', type: { id: 'DECIMAL', width: 9, scale: 2 }, nullable: false },
      { name: 'tags', type: { id: 'LIST', child: { id: 'VARCHAR' } }, nullable: true },
      { name: 'id', type: { id: 'UUID' }, nullable: true },
    ],
  }),
  table('files', 'main', 'late_flights', { kind: 'view' }),
  table('files', 'main', 'lateXflights'),
];
const SERVICE: Pick<SqlService, 'version' | 'catalogs' | 'tables'> = {
  version: '1.2.3',
  catalogs: () => Promise.resolve(['pg', 'files']),
  tables: (_, { columns }) =>
    Promise.resolve(TABLES.map(({ name, kind, fields, error }) => ({ name, kind, ...(columns ? { ...(fields && { fields }), ...(error && { error }) } : {}) }))), // prettier-ignore
};

type Message = keyof typeof messages & `Command${string}`;

/** The command as a client sends it. */
function command(name: Message, parameters: object = {}) {
  const codec = messages[name] as unknown as { encode(message: object): { finish(): Uint8Array } };
  return { typeUrl: `type.googleapis.com/arrow.flight.protocol.sql.${name}`, value: codec.encode(parameters).finish() };
}

async function ask(name: Message, parameters: object = {}): Promise<Table> {
  const context = { sql: SERVICE as SqlService, caller: { session: 's' }, signal: AbortSignal.timeout(30_000) };
  const { schema, batches } = (await answerMetadata(command(name, parameters), context))!;
  const frames = [{ metadata: schema.message, body: new Uint8Array() }];
  for await (const { metadata, body } of batches) frames.push({ metadata, body: body as Uint8Array<ArrayBuffer> });
  return decodeTable(frames);
}

async function rows(name: Message, parameters: object = {}): Promise<unknown[][]> {
  return (await ask(name, parameters)).toArray().map((row) => Object.values(row.toJSON() as object));
}

const columnsOf = (schema: Schema) =>
  schema.fields.map((field) => `${field.name}: ${String(field.type)}${field.nullable ? '' : ' not null'}`);

describe('Metadata of Flight SQL', () => {
  test('knows nothing of other commands', () => {
    const other = command('CommandStatementQuery', { query: 'SELECT 1' });
    expect(answerMetadata(other, {} as never)).toBeUndefined();
    expect(metadataSchemaOf(other)).toBeUndefined();
  });

  test.each<[Message, object, readonly string[]]>([
    ['CommandGetCatalogs', {}, ['catalog_name: Utf8 not null']],
    ['CommandGetDbSchemas', {}, ['catalog_name: Utf8', 'db_schema_name: Utf8 not null']],
    ['CommandGetTableTypes', {}, ['table_type: Utf8 not null']],
    [
      'CommandGetTables',
      { includeSchema: true },
      [
        'catalog_name: Utf8',
        'db_schema_name: Utf8',
        'table_name: Utf8 not null',
        'table_type: Utf8 not null',
        'table_schema: Binary not null',
      ],
    ],
    [
      'CommandGetPrimaryKeys',
      { table: 'flights' },
      ['catalog_name: Utf8', 'db_schema_name: Utf8', 'table_name: Utf8 not null', 'column_name: Utf8 not null', 'key_name: Utf8', 'key_sequence: Int32 not null'], // prettier-ignore
    ],
    [
      'CommandGetSqlInfo',
      {},
      ['info_name: Uint32 not null', 'value: Union<Utf8 | Bool | Int64 | Int32 | List<Utf8> | Map<{key:Int32, value:List<Int32>}>>'], // prettier-ignore
    ],
  ])('%s has the columns that the standard gives it', async (name, parameters, expected) => {
    expect(columnsOf((await ask(name, parameters)).schema)).toEqual(expected);
    expect(columnsOf(decodeSchema(metadataSchemaOf(command(name, parameters))!))).toEqual(expected);
  });

  test('catalogs come in order', async () => {
    expect(await rows('CommandGetCatalogs')).toEqual([['files'], ['pg']]);
  });

  test('schemas come in order, filtered by catalog and pattern', async () => {
    expect(await rows('CommandGetDbSchemas')).toEqual([
      ['files', 'main'],
      // The default catalog's, although no table is in it.
      ['pg', 'main'],
      ['pg', 'public'],
    ]);
    expect(await rows('CommandGetDbSchemas', { catalog: 'files' })).toEqual([['files', 'main']]);
    expect(await rows('CommandGetDbSchemas', { dbSchemaFilterPattern: 'p_b%' })).toEqual([['pg', 'public']]);
    expect(await rows('CommandGetDbSchemas', { catalog: '' })).toEqual([]);
  });

  test('tables come in order, filtered by every name and by kind', async () => {
    const names = async (parameters: object) => (await rows('CommandGetTables', parameters)).map((row) => row.slice(2).join(' '));
    expect(await rows('CommandGetTables')).toEqual([
      ['files', 'main', 'flights', 'TABLE'],
      ['files', 'main', 'lateXflights', 'TABLE'],
      ['files', 'main', 'late_flights', 'VIEW'],
      ['pg', 'public', 'orders', 'TABLE'],
    ]);
    expect(await names({ tableTypes: ['VIEW', 'SYSTEM TABLE'] })).toEqual(['late_flights VIEW']);
    expect(await names({ tableNameFilterPattern: 'late_flights' })).toEqual(['lateXflights TABLE', 'late_flights VIEW']);
    expect(await names({ tableNameFilterPattern: 'late\\_flights' })).toEqual(['late_flights VIEW']);
    expect(await names({ catalog: 'pg', dbSchemaFilterPattern: '%' })).toEqual(['orders TABLE']);
    expect(await names({ catalog: '' })).toEqual([]);
    expect(await rows('CommandGetTables', { catalog: 'nowhere', includeSchema: true })).toEqual([]);
  });

  test('schemas of tables have the types in which columns arrive, and beside them those of SQL', async () => {
    const [, , , , bytes] = (await rows('CommandGetTables', { tableNameFilterPattern: 'flights', includeSchema: true }))[0]!;
    const { fields } = decodeSchema(stripPrefix(bytes as Uint8Array));
    expect(fields.map((field) => `${field.name}: ${String(field.type)}`)).toEqual(['delay: Decimal[9e+2]', 'tags: List<Utf8>', 'id: Utf8']);
    expect(Object.fromEntries(fields[0]!.metadata)).toEqual({
      'ARROW:FLIGHT:SQL:CATALOG_NAME': 'files',
      'ARROW:FLIGHT:SQL:DB_SCHEMA_NAME': 'main',
      'ARROW:FLIGHT:SQL:TABLE_NAME': 'flights',
      'ARROW:FLIGHT:SQL:TYPE_NAME': 'DECIMAL(9,2)',
      'ARROW:FLIGHT:SQL:PRECISION': '9',
      'ARROW:FLIGHT:SQL:SCALE': '2',
      'ARROW:FLIGHT:SQL:IS_AUTO_INCREMENT': '0',
      'ARROW:FLIGHT:SQL:IS_CASE_SENSITIVE': '0',
      'ARROW:FLIGHT:SQL:IS_READ_ONLY': '0',
      'ARROW:FLIGHT:SQL:IS_SEARCHABLE': '1',
    });
    expect(fields[2]!.metadata.get('ARROW:FLIGHT:SQL:TYPE_NAME')).toBe('UUID');
  });

  test('a table that cannot be read is listed with the reason in place of its columns', async () => {
    const [row] = await rows('CommandGetTables', { catalog: 'pg', includeSchema: true });
    const schema = decodeSchema(stripPrefix(row![4] as Uint8Array));
    expect(schema.fields).toEqual([]);
    expect(schema.metadata.get('ARBALEST:ERROR')).toBe('pg does not answer');
  });

  test('there are no keys', async () => {
    expect(await rows('CommandGetPrimaryKeys', { table: 'flights' })).toEqual([]);
    for (const name of ['CommandGetExportedKeys', 'CommandGetImportedKeys', 'CommandGetCrossReference'] as const) {
      const keys = await ask(name, { table: 'flights', pkTable: 'flights', fkTable: 'flights' });
      expect(keys.numRows).toBe(0);
      expect(columnsOf(keys.schema).slice(-3)).toEqual(['pk_key_name: Utf8', 'update_rule: Uint8 not null', 'delete_rule: Uint8 not null']);
    }
  });

  test('types come by code and name, or those of one code', async () => {
    const all = await rows('CommandGetXdbcTypeInfo');
    const keys = all.map(([name, code]) => [code as number, name as string] as const);
    expect(keys).toEqual([...keys].sort(([a, x], [b, y]) => a - b || (x < y ? -1 : 1)));
    const [decimal] = (await rows('CommandGetXdbcTypeInfo', { dataType: 3 })) as [unknown[]];
    expect([...(decimal[5] as Iterable<string>)]).toEqual(['precision', 'scale']);
    expect(decimal.filter((_, i) => i !== 5)).toEqual(['DECIMAL', 3, 38, null, null, 1, false, 3, false, false, false, null, 0, 38, 3, null, 10, null]); // prettier-ignore
    expect((await rows('CommandGetXdbcTypeInfo', { dataType: 91 }))[0]!.slice(-4)).toEqual([9, 1, null, null]);
    expect(await rows('CommandGetXdbcTypeInfo', { dataType: 1 })).toEqual([]);
  });
});
