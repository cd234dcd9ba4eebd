import type { DataType } from '@arbalest/spi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { concatColumns } from '../arrow/concat-columns.js';
import type { Column } from '../arrow/column.js';
import { layoutOf } from '../arrow/layout.js';
import { readColumns } from '../arrow/read-columns.js';
import { randomColumn, seeded } from '../arrow/testing/random-column.js';
import { travelField } from '../arrow/travel-field.js';
import { rowJson } from '../arrow/value-json.js';
import { copyPieces, writeBatch } from '../arrow/write-batch.js';
import { FakePool } from '../call/testing/fake-pool.js';
import { INSTALL_MS, pythonForServers, whyNoPython } from '../call/testing/python-environment.js';
import { InvokeEngine } from './invoke-engine.js';
import { definition, invokeRequest } from './testing/run-invoke.js';

const simple = (id: string): DataType => ({ id }) as DataType;
const STRUCT: DataType = {
  id: 'STRUCT',
  fields: [
    { name: 'a', type: simple('INTEGER') },
    { name: 'b', type: simple('VARCHAR') },
  ],
};
const TYPES: Readonly<Record<string, DataType>> = {
  ...Object.fromEntries(
    [
      'boolean',
      'tinyint',
      'smallint',
      'integer',
      'bigint',
      'utinyint',
      'usmallint',
      'uinteger',
      'ubigint',
      'hugeint',
      'float',
      'double',
      'varchar',
      'blob',
    ]
      .concat(['date', 'time', 'timestamp', 'timestamp_s', 'timestamp_ms', 'timestamp_ns'])
      .map((name) => [name, simple(name.toUpperCase())]),
  ),
  timestamptz: simple('TIMESTAMP WITH TIME ZONE'),
  decimal: { id: 'DECIMAL', width: 18, scale: 3 },
  decimal38: { id: 'DECIMAL', width: 38, scale: 10 },
  list: { id: 'LIST', child: simple('INTEGER') },
  texts: { id: 'LIST', child: simple('VARCHAR') },
  array: { id: 'ARRAY', child: simple('INTEGER'), size: 3 },
  struct: STRUCT,
  map: { id: 'MAP', key: simple('VARCHAR'), value: simple('INTEGER') },
  structs: { id: 'LIST', child: STRUCT },
};

const why = whyNoPython();
if (why !== undefined) console.warn(`Functions in Python are not tested: ${why}`);

describe.skipIf(why !== undefined).each(['shared memory', 'the socket'])('all types through %s', (way) => {
  let pool: FakePool;
  let engine: InvokeEngine;
  beforeAll(() => pythonForServers(), INSTALL_MS);
  beforeAll(() => {
    pool = new FakePool({ sharedMemory: way === 'shared memory' });
    engine = new InvokeEngine({ pool, timeoutMs: 60_000 });
  });
  afterAll(() => engine.close());

  test.each(Object.entries(TYPES))('%s', async (name, type) => {
    const field = travelField({ name: 'v', type });
    const sent = randomColumn(layoutOf(field), 20_011, seeded(9));
    const pieces = writeBatch(sent.length, [sent]);
    const batch = { rows: sent.length, metadata: pieces.metadata, body: copyPieces(pieces, new Uint8Array(pieces.bodyLength)) };
    const echo = definition(`echo_${name}`, [type], type);
    const execution = await engine.execute(
      invokeRequest({ functions: [echo], input: [type], calls: [{ function: 0, operation: 'scalar', args: [0] }], batches: [batch] }),
    );
    const found: Column[] = [];
    for await (const { metadata, body } of execution.batches) found.push(...readColumns(metadata, body, [layoutOf(field)], true).columns);
    const back = concatColumns(found);
    expect(back.length).toBe(sent.length);
    const differ = Array.from({ length: sent.length }, (_, row) => row).find(
      (row) => rowJson([field], [back], row) !== rowJson([field], [sent], row),
    );
    expect(differ).toBeUndefined();
  });
});
