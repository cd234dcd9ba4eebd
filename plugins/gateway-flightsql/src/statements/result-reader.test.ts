import { type ArrowBatch, type SqlEvent, type SqlResultPart, type SqlService, userError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { aborted, accepted, batchOf, events, finished, later, partEvent, schema } from '../testing/served-gateway.js';
import { ResultReader } from './result-reader.js';
import { StatementRun } from './statement-run.js';

const never = new AbortController().signal;

function reading(execute: () => AsyncIterable<SqlEvent>, read: (part: SqlResultPart, signal: AbortSignal) => AsyncIterable<ArrowBatch>) {
  const sql = {
    read: async (part: SqlResultPart, signal: AbortSignal) => ({ schema: { message: new Uint8Array(0) }, batches: read(part, signal) }),
  };
  const run = new StatementRun({}, sql as unknown as SqlService, execute);
  return new ResultReader(sql).all(run, never);
}

async function rowsIn(batches: AsyncIterable<ArrowBatch>): Promise<number[]> {
  const rows: number[] = [];
  for await (const batch of batches) rows.push(batch.rows);
  return rows;
}

/** Gives as many rows as the part's place and run say. */
async function* sized({ index, run = 0 }: SqlResultPart): AsyncGenerator<ArrowBatch> {
  yield batchOf(Array.from({ length: 1 + index + 10 * run }, () => 0));
}

test('parts come in their order, whatever order they are told of in, and while more are made', async () => {
  const go = later();
  const batches = reading(async function* () {
    yield* events(accepted, schema, partEvent(2), partEvent(0));
    await go.promise;
    yield* events(partEvent(1), finished);
  }, sized);
  expect((await batches.next()).value).toMatchObject({ rows: 1 });
  go.resolve();
  expect(await rowsIn(batches)).toEqual([2, 3]);
});

test('a statement that is run again is read again when nothing of it was passed on', async () => {
  const again = later();
  const batches = reading(
    async function* () {
      yield* events(accepted, schema, partEvent(0), partEvent(1), partEvent(2));
      await again.promise;
      yield* events(partEvent(0, { attempt: 32, run: 1 }), finished);
    },
    async function* (part, signal) {
      if (part.run === 1) return yield* sized(part);
      again.resolve();
      await aborted(signal);
    },
  );
  expect(await rowsIn(batches)).toEqual([11]);
});

test('rows of two runs are never passed on as one result', async () => {
  const again = later();
  const batches = reading(async function* () {
    yield* events(accepted, schema, partEvent(0), partEvent(1));
    await again.promise;
    yield* events(partEvent(0, { attempt: 32, run: 1 }), partEvent(1, { attempt: 32, run: 1 }), finished);
  }, sized);
  expect((await batches.next()).value).toMatchObject({ rows: 1 });
  again.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  await expect(rowsIn(batches)).rejects.toMatchObject({ code: 'RESULT_LOST' });
});

test('a reader that waits for rows hears at once that the statement has failed', async () => {
  const reads = later();
  const batches = reading(
    async function* () {
      yield* events(accepted, schema, partEvent(0));
      await reads.promise;
      throw userError('CANCELLED_BY_TEST', 'It has failed');
    },
    async function* (_part, signal) {
      reads.resolve();
      yield await aborted(signal);
    },
  );
  await expect(rowsIn(batches)).rejects.toThrow('It has failed');
});
