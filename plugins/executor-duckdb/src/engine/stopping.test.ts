import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import type { PlanNode } from '@arbalest/plan';
import { type ArrowBatch, type FragmentInput, transientError } from '@arbalest/spi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registryOf } from '../testing/parquet-files.js';
import { BIGINT, column, constant, input, join, on, rows } from '../testing/plans.js';
import { type FragmentOutput, fragmentRequest, runFragment, textRows } from '../testing/run-fragment.js';
import { type Ending, type InputLife, watchedInput } from '../testing/watched-input.js';
import { DuckDbExecutor, type DuckDbExecutorOptions } from './duckdb-executor.js';

const THOUSAND = rows('FROM range(1000)', BIGINT);
/** Rows without an end that anybody lives to see. */
const LONG = rows('FROM range(100000000000)', BIGINT);
/** More rows than DuckDB makes before it hands out the first, and then a wait of that length. */
const SILENT = rows('FROM range(100000000000) WHERE range < 1000000', BIGINT);
const all: PlanNode = input(0, BIGINT);

let directory: string;
let executor: DuckDbExecutor;
let thousand: FragmentOutput;

const opened = (options: Partial<DuckDbExecutorOptions> = {}): DuckDbExecutor =>
  new DuckDbExecutor({ codecs: () => registryOf(), spillDirectory: joinPath(directory, 'spill'), ...options });

beforeAll(async () => {
  directory = await mkdtemp(joinPath(tmpdir(), 'arbalest-stopping-'));
  executor = opened();
  thousand = await runFragment(executor, { plan: THOUSAND });
});

afterAll(async () => {
  await executor.close();
  await rm(directory, { recursive: true, force: true });
});

const given = (ending?: Ending, times?: number): FragmentInput & InputLife => watchedInput(thousand, THOUSAND, ending, times);

/** What reading to the end fails with. */
async function failureOf(iterator: AsyncIterator<ArrowBatch>, onRows: (rows: number) => void = () => undefined): Promise<unknown> {
  try {
    for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) onRows(step.value.rows);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** A fragment whose reader has what rows there are, and waits. */
async function waitingFor(engine: DuckDbExecutor): Promise<{ iterator: AsyncIterator<ArrowBatch>; failure: Promise<unknown> }> {
  const { batches } = await engine.execute(fragmentRequest({ plan: SILENT, batchBytes: 1 << 16 }));
  const iterator = batches[Symbol.asyncIterator]();
  let seen = 0;
  const failure = failureOf(iterator, (count) => (seen += count));
  await expect.poll(() => seen, { timeout: 20_000 }).toBeGreaterThan(800_000);
  return { iterator, failure };
}

describe('inputs', () => {
  test('are released when the fragment has ended', async () => {
    const whole = given('end', 3);
    expect((await runFragment(executor, { plan: all, inputs: [whole] })).rows).toBe(3000);
    expect(whole).toMatchObject({ opened: 1, ended: 1, given: 3, released: 3 });
  });

  test('are returned and released when one hangs and the fragment is cancelled', async () => {
    const hanging = given('hang', 2);
    const stop = new AbortController();
    const running = runFragment(executor, { plan: all, inputs: [hanging], signal: stop.signal });
    await expect.poll(() => hanging.given).toBe(2);
    stop.abort();
    await expect(running).rejects.toMatchObject({ family: 'cancelled' });
    expect(hanging).toMatchObject({ ended: 1, released: 2 });
  });

  test('are returned and released when another fails, and the failure is what is told', async () => {
    const hanging = given('hang');
    const failing = given(transientError('GONE', 'The producer is gone'));
    const plan = join('inner', input(0, BIGINT), input(1, BIGINT), on('=', column(0, BIGINT), column(0, BIGINT)));
    await expect(runFragment(executor, { plan, inputs: [hanging, failing] })).rejects.toMatchObject({ code: 'GONE' });
    for (const each of [hanging, failing]) expect(each).toMatchObject({ ended: 1, given: 1, released: 1 });
  });

  test('are returned early when a limit has its rows', async () => {
    const long = given('hang', 5);
    const limit = constant('1500', BIGINT);
    const plan: PlanNode = { kind: 'limit', input: all, limit, percent: false };
    expect((await runFragment(executor, { plan, inputs: [long] })).rows).toBe(1500);
    expect(long).toMatchObject({ ended: 1, given: 2, released: 2 });
  });

  test('that go through a table are released as they come, also when the fragment is cancelled', async () => {
    const hanging = given('hang', 4);
    const stop = new AbortController();
    const running = runFragment(executor, { plan: all, inputs: [hanging], signal: stop.signal, memoryBytes: 1 });
    await expect.poll(() => hanging.released).toBe(4);
    stop.abort();
    await expect(running).rejects.toMatchObject({ family: 'cancelled' });
    expect(hanging.ended).toBe(1);
  });

  test('that open too late are returned unread', async () => {
    const late = given();
    let open = (): void => undefined;
    const waiting: FragmentInput = {
      fields: late.fields,
      open: () => new Promise((resolve) => (open = () => void late.open().then(resolve))),
    };
    const stop = new AbortController();
    const running = runFragment(executor, { plan: all, inputs: [waiting], signal: stop.signal });
    await new Promise((resolve) => setTimeout(resolve, 50));
    stop.abort();
    await expect(running).rejects.toMatchObject({ family: 'cancelled' });
    open();
    await expect.poll(() => late.ended).toBe(1);
    expect(late.given).toBe(0);
  });
});

describe('a fragment', () => {
  test('that its reader leaves while it waits for rows ends then', async () => {
    const reading = await waitingFor(executor);
    await reading.iterator.return!();
    expect(await reading.failure).toMatchObject({ family: 'cancelled' });
    expect(await reading.iterator.next()).toMatchObject({ done: true });
    expect(await textRows(executor, { plan: rows('SELECT 1', BIGINT) })).toEqual([['1']]);
  });

  test('that is waited for is interrupted when the engine closes, and says so', async () => {
    const engine = opened();
    const reading = await waitingFor(engine);
    await engine.close();
    expect(await reading.failure).toMatchObject({ family: 'cancelled', code: 'ENGINE_CLOSED' });
  });

  test.each([
    ['that its reader has left lying', 1],
    ['that nobody has begun to read', 0],
  ])('%s is interrupted when the engine closes, and says so', async (_what, batches) => {
    const engine = opened();
    const iterator = (await engine.execute(fragmentRequest({ plan: LONG, batchBytes: 1 << 16 }))).batches[Symbol.asyncIterator]();
    for (let at = 0; at < batches; at++) await iterator.next();
    await engine.close();
    expect(await failureOf(iterator)).toMatchObject({ family: 'cancelled', code: 'ENGINE_CLOSED' });
  });

  test('that reads its inputs is interrupted when the engine closes, and lets go of them', async () => {
    const engine = opened({ memoryBytes: 256 * 1024 * 1024 });
    const endless = given('end', Infinity);
    const running = engine
      .execute(fragmentRequest({ plan: all, inputs: [endless], memoryBytes: 1 << 20 }))
      .catch((error: unknown) => error);
    await expect.poll(() => endless.released).toBeGreaterThan(0);
    await engine.close();
    expect(await running).toMatchObject({ family: 'cancelled', code: 'ENGINE_CLOSED' });
    expect(endless).toMatchObject({ ended: 1, released: endless.given });
  });
});
