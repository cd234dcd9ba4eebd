import { tableFromArrays } from 'apache-arrow';
import { expect, test } from 'vitest';
import { ArbalestError } from './client-error.js';
import { Connection } from './connection.js';
import { type FakeAnswer, FakeTransport, partOf } from './testing/index.js';

const fields = [{ name: 'n', type: { id: 'DOUBLE' }, nullable: true }];

async function part(values: number[], more = {}) {
  return partOf(tableFromArrays({ n: Float64Array.from(values) }), more);
}

async function connected(answer: FakeAnswer | ((sql: string) => FakeAnswer)) {
  const transport = new FakeTransport(typeof answer === 'function' ? answer : () => answer);
  return { transport, db: await Connection.open(transport) };
}

test('a statement is sent when its result is asked for, and its parts are read in order', async () => {
  const { db, transport } = await connected({
    fields,
    parts: [await part([1, 2]), await part([3], { inline: true }), await part([4])],
    finished: { rows: 4, elapsedMs: 7, notices: ['1 row failed'] },
  });
  const result = db.sql('select n from t');
  expect(transport.executed).toHaveLength(0);
  expect(await result.toArray()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
  expect(result.statistics).toMatchObject({ rows: 4, elapsedMs: 7, job: 'job-1', notices: ['1 row failed'] });
  await db.close();
  expect(transport.released).toEqual(['job-1']);
  expect(transport.cancelled).toEqual([]);
  expect(transport.closed).toBe(1);
});

test('a result can be a table, and is read once', async () => {
  const { db } = await connected({ fields, parts: [await part([1, 2]), await part([3])] });
  const result = db.sql('select n from t');
  const table = await result.toTable();
  expect([table.numRows, table.getChild('n')?.toArray()]).toEqual([3, Float64Array.from([1, 2, 3])]);
  await expect(result.toArray()).rejects.toMatchObject({ code: 'RESULT_CONSUMED' });
});

test('leaving a loop early cancels the job and frees its result', async () => {
  const { db, transport } = await connected({ fields, parts: [await part([1]), await part([2])], hangs: true });
  for await (const row of db.sql('select n from t').rows()) {
    expect(row).toEqual({ n: 1 });
    break;
  }
  await db.close();
  expect(transport.cancelled).toEqual(['job-1']);
  expect(transport.released).toEqual(['job-1']);
  expect(transport.batchesRead).toBe(1);
});

test('an abort reaches a reader that waits, with its reason', async () => {
  const { db, transport } = await connected({ fields, hangs: true });
  const stop = new AbortController();
  const reading = db.sql('select n from t', [], { signal: stop.signal }).toArray();
  setTimeout(() => stop.abort(new Error('enough')), 10);
  await expect(reading).rejects.toThrow('enough');
  expect(transport.cancelled).toEqual(['job-1']);
});

test('a failed statement says where and why', async () => {
  const failed = { family: 'user', code: 'COLUMN_NOT_FOUND', message: 'No column "nn"', position: 7, candidates: ['n'] };
  const { db } = await connected({ failed });
  const result = db.sql('select nn from t');
  await expect(result.fields()).rejects.toMatchObject({
    family: 'user',
    code: 'COLUMN_NOT_FOUND',
    details: { position: 7, candidates: ['n'] },
  });
  await expect(result.toArray()).rejects.toThrow('No column "nn"');
});

test('in a script positions are those of the script, and the first error ends it', async () => {
  const failed = { family: 'user', code: 'SYNTAX', message: 'No', position: 3 };
  const { db, transport } = await connected((sql) => (sql === 'bad' ? { failed } : { finished: { tag: 'SET' } }));
  const tags: string[] = [];
  const run = async () => {
    for await (const result of db.execute('set a = 1; bad; set b = 2')) tags.push((await result.run()).tag);
  };
  await expect(run()).rejects.toMatchObject({ details: { position: 14 } });
  expect(tags).toEqual(['SET']);
  expect(transport.executed.map(({ sql }) => sql)).toEqual(['set a = 1', 'bad']);
});

test('a part that is lost before its first row is read again from where it was made anew', async () => {
  const lost = new ArbalestError('data-lost', 'RESULT_LOST', 'gone');
  const again = await part([1, 2], { index: 0, attempt: 1 });
  const broken = { ...again, batches: [], attempt: 0, error: lost };
  const { db } = await connected({ fields, parts: [broken, again] });
  expect(await db.sql('select n from t').toArray()).toEqual([{ n: 1 }, { n: 2 }]);
});

test('a part that is lost after its first row fails, and never repeats rows', async () => {
  const lost = new ArbalestError('data-lost', 'RESULT_LOST', 'gone');
  const { db } = await connected({ fields, parts: [await part([1], { error: lost })], hangs: true });
  await expect(db.sql('select n from t').toArray()).rejects.toMatchObject({ code: 'RESULT_LOST' });
});

test('a stream of events that ends too early is an error', async () => {
  const { db, transport } = await connected({ fields });
  transport.execute = async function* () {
    yield { accepted: { job: 'job-1' } };
  };
  await expect(db.sql('select 1').toArray()).rejects.toMatchObject({ code: 'SCHEDULER_LOST', family: 'transient' });
});

test('progress is reported while nobody reads', async () => {
  const { db } = await connected({
    fields,
    progress: [{ fraction: 0.5, stages: [{ stage: 1, label: 'scan', rowsOut: 10 }] }],
    finished: {},
  });
  const seen: number[] = [];
  const result = db.sql('select 1', undefined, { onProgress: (progress) => seen.push(progress.fraction, progress.stages[0]!.rowsOut) });
  await result.run();
  expect(seen).toEqual([0.5, 10]);
});

test('a result that is disposed of unread is cancelled', async () => {
  const { db, transport } = await connected({ fields, parts: [await part([1])], hangs: true });
  {
    await using result = db.sql('select n from t');
    expect(await result.fields()).toEqual(fields);
  }
  await db.close();
  expect(transport.released).toEqual(['job-1']);
});
