import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArrowBatch, DataType } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { encodeSchema } from '../arrow/schema-writer.js';
import { BIGINT, VARCHAR } from '../testing/plans.js';
import { toArrowTable } from '../testing/run-fragment.js';
import { readBatches } from './batches.js';
import { Instance } from './instance.js';
import { type DuckDbLibrary, duckdbLibrary } from './library.js';

const options = { threads: 2, memoryBytes: 256 * 1024 * 1024, spillDirectory: join(tmpdir(), 'arbalest-query-test') };
const TYPES: readonly DataType[] = [BIGINT, VARCHAR, { id: 'LIST', child: { id: 'STRUCT', fields: [{ name: 'x', type: BIGINT }] } }];
const QUERY =
  "SELECT range, CASE WHEN range % 5 <> 0 THEN 'text ' || range END, [{'x': range}, NULL][1:1 + (range % 2)::INTEGER] FROM range(30000) WHERE range % 7 <> 1";

/** What a DuckDB other than the pinned one offers. */
function withoutJoining(): DuckDbLibrary {
  const { resultStream: _joined, ...library } = duckdbLibrary();
  return library;
}

async function collect(library: DuckDbLibrary): Promise<ArrowBatch[]> {
  const instance = Instance.open(options, library);
  const connection = instance.acquire();
  const query = await connection.query(QUERY, { pieceBytes: 1 << 17 });
  const batches: ArrowBatch[] = [];
  for await (const batch of readBatches(connection.library, query, {
    types: TYPES,
    batchBytes: 1 << 18,
    allocate: (bytes) => new Uint8Array(bytes),
  }))
    batches.push(batch);
  instance.release(connection);
  await instance.close();
  return batches;
}

function asText(batches: readonly ArrowBatch[]): string[] {
  const schema = encodeSchema(TYPES.map((type, i) => ({ name: `c${i}`, type })));
  const table = toArrowTable({ schema, batches, rows: 0 });
  return table.toArray().map(String);
}

test('rows are the same whether they come joined or chunk by chunk', async () => {
  expect(duckdbLibrary().resultStream).toBeDefined();
  const joined = await collect(duckdbLibrary());
  const chunks = await collect(withoutJoining());
  expect(joined.length).toBeGreaterThan(1);
  expect(chunks.length).toBeGreaterThan(1);
  expect(asText(chunks)).toEqual(asText(joined));
  expect(asText(joined)).toHaveLength(25_714);
});
