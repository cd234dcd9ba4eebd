import type { arbalest } from '@arbalest/proto';
import type { SqlEvent } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { sqlEvents } from './sql-events.js';

type JobEvent = arbalest.scheduler.v1.IJobEvent;

async function told(...events: readonly JobEvent[]): Promise<SqlEvent[]> {
  const seen: SqlEvent[] = [];
  for await (const event of sqlEvents((async function* () { yield* events; })())) seen.push(event); // prettier-ignore
  return seen;
}

const inline = { batches: [{ rows: 3 }, { rows: 4 }] };

test('a part says which run of the statement it is of, and its rows where they are known', async () => {
  const source = { address: 'grpc://10.0.0.3:1', ticket: Uint8Array.of(1), rows: 5, bytes: 40 };
  const seen = await told(
    { accepted: { job: 'job-1' } },
    { part: { index: 0, attempt: 1, inline } },
    { part: { index: 0, attempt: 33, run: 1, inline } },
    { part: { index: 1, attempt: 33, run: 1, source: { ...source, open: true } } },
    { part: { index: 1, attempt: 34, run: 1, source } },
    { finished: { rows: 12 } },
  );
  const parts = seen.flatMap((event) => (event.kind === 'part' ? [event.part] : []));
  expect(parts.map(({ attempt, run, rows }) => [attempt, run, rows])).toEqual([
    [1, undefined, 7],
    [33, 1, 7],
    [33, 1, undefined],
    [34, 1, 5],
  ]);
  expect(parts[3]).toMatchObject({ job: 'job-1', bytes: 40, place: { address: source.address } });
});

test('events that end before the statement are an error, as is its own', async () => {
  await expect(told({ accepted: { job: 'job-1' } })).rejects.toMatchObject({ code: 'EVENTS_CUT_SHORT' });
  const failed = { family: 'user', code: 'TABLE_NOT_FOUND', message: 'There is no table t' };
  await expect(told({ failed })).rejects.toMatchObject({ code: 'TABLE_NOT_FOUND' });
});
