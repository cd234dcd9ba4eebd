import { dataLostError, internalError, resourcesError, transientError, userError } from '@arbalest/spi';
import { describe, expect, test } from 'vitest';
import { SeededRandomness } from '../testing/seeded-randomness.js';
import { attemptUnderWay, newTask, type Task, type TaskEvent, type TaskLimits, type TaskOutput } from './task.js';
import { mayHaveTwin, onTaskEvent, readableAttempt } from './task-machine.js';

const limits: TaskLimits = { maxFailures: 3, maxLosses: 4, maxDeaths: 3, maxTwins: 2, maxPieces: 16, retryBackoffMs: 50 };
const output = (attempt: number): TaskOutput => ({ attempt, executor: 'a', rows: [1], bytes: [8] });
const lost = dataLostError('EXCHANGE_LOST', 'gone', { lost: ['job/0/0/1'] });

const waiting = newTask(0);
const running = after(waiting, { type: 'assign', executor: 'a', at: 10 });
const readable = after(running, { type: 'readable', attempt: 1 });
const raced = after(readable, { type: 'twin', executor: 'c', at: 20 });
const finished = after(readable, { type: 'finish', attempt: 1, output: output(1) });
const dropped = after(finished, { type: 'drop-output' });
const inline = after(running, { type: 'finish', attempt: 1, output: { ...output(1), inline: {} } });
const cancelled = after(running, { type: 'cancel' });
const failed = after(running, { type: 'fail', attempt: 1, error: userError('X', 'x'), at: 0 });

const states = { waiting, running, readable, raced, finished, dropped, inline, cancelled, failed };
const events: Readonly<Record<string, TaskEvent>> = {
  assign: { type: 'assign', executor: 'b', at: 10 },
  twin: { type: 'twin', executor: 'b', at: 20 },
  readable: { type: 'readable', attempt: 1 },
  'readable, and read': { type: 'readable', attempt: 1, read: true },
  'readable twin, and read': { type: 'readable', attempt: 2, read: true },
  'finish of the twin': { type: 'finish', attempt: 2, output: { ...output(2), executor: 'c' } },
  'fail of the twin': { type: 'fail', attempt: 2, error: transientError('X', 'x'), at: 100 },
  'death of the executor': { type: 'fail', attempt: 1, error: transientError('X', 'x'), at: 100, death: true },
  finish: { type: 'finish', attempt: 1, output: output(1) },
  'finish of an old attempt': { type: 'finish', attempt: 7, output: output(7) },
  'fail, user': { type: 'fail', attempt: 1, error: userError('X', 'x'), at: 100 },
  'fail, transient': { type: 'fail', attempt: 1, error: transientError('X', 'x'), at: 100 },
  'fail, internal': { type: 'fail', attempt: 1, error: internalError('X', 'x'), at: 100 },
  'fail, resources': { type: 'fail', attempt: 1, error: resourcesError('X', 'x'), at: 100 },
  'fail, disk full': { type: 'fail', attempt: 1, error: resourcesError('DISK_FULL', 'x'), at: 100 },
  'fail, data lost': { type: 'fail', attempt: 1, error: lost, at: 100 },
  'fail of an old attempt': { type: 'fail', attempt: 7, error: userError('X', 'x'), at: 100 },
  'inputs-lost': { type: 'inputs-lost' },
  'output-lost': { type: 'output-lost' },
  'drop-output': { type: 'drop-output' },
  'need-output': { type: 'need-output' },
  cancel: { type: 'cancel' },
};

/** The events of attempt 2 where there was none: what it left is dropped, and it changes nothing. */
const strange = (state: Task['state']) =>
  ({ 'finish of an old attempt': [state, 'drop-exchange'], 'finish of the twin': [state, 'drop-exchange'] }) as const;
const alive = {
  twin: ['running'],
  'readable, and read': ['running'],
  finish: ['finished'],
  ...strange('running'),
  'fail, user': ['failed', 'fail-job'],
  'fail, transient': ['waiting', 'wake'],
  'fail, internal': ['waiting', 'wake'],
  'fail, resources': ['waiting'],
  'fail, disk full': ['waiting', 'wake'],
  'fail, data lost': ['waiting', 'inputs-missing'],
  'death of the executor': ['waiting', 'wake'],
  'inputs-lost': ['waiting', 'stop-attempt'],
  cancel: ['cancelled', 'stop-attempt'],
} as const;

/** By state, then by event: the next state and the effects. What is not named changes nothing and has no effect. */
const table: Readonly<Record<keyof typeof states, Readonly<Record<string, readonly [Task['state'], ...string[]]>>>> = {
  waiting: { assign: ['running'], ...strange('waiting'), finish: ['waiting', 'drop-exchange'], cancel: ['cancelled'] },
  running: { readable: ['running'], ...alive },
  readable: alive,
  raced: {
    'readable, and read': ['running', 'stop-attempt'],
    'readable twin, and read': ['running', 'stop-attempt'],
    finish: ['finished', 'stop-attempt'],
    'finish of the twin': ['finished', 'stop-attempt'],
    'finish of an old attempt': ['running', 'drop-exchange'],
    'fail, user': ['failed', 'stop-attempt', 'fail-job'],
    'fail, transient': ['running'],
    'fail, internal': ['running'],
    'fail, resources': ['running'],
    'fail, disk full': ['running'],
    'fail, data lost': ['running', 'inputs-missing'],
    'fail of the twin': ['running'],
    'death of the executor': ['running'],
    'inputs-lost': ['waiting', 'stop-attempt', 'stop-attempt'],
    cancel: ['cancelled', 'stop-attempt', 'stop-attempt'],
  },
  finished: { ...strange('finished'), 'output-lost': ['waiting', 'drop-exchange'], 'drop-output': ['finished', 'drop-exchange'] },
  dropped: {
    finish: ['finished', 'drop-exchange'],
    ...strange('finished'),
    'output-lost': ['waiting'],
    'need-output': ['waiting'],
  },
  inline: { ...strange('finished'), 'output-lost': ['waiting'], 'drop-output': ['finished'] },
  cancelled: { finish: ['cancelled', 'drop-exchange'], ...strange('cancelled') },
  failed: { finish: ['failed', 'drop-exchange'], ...strange('failed') },
};

describe.each(Object.entries(states))('a task that is %s', (name, task) => {
  test.each(Object.entries(events))('%s', (event, given) => {
    const { state, effects } = onTaskEvent(task, given, limits);
    const [wanted, ...wantedEffects] = table[name as keyof typeof states][event] ?? [task.state];
    expect(state.state).toBe(wanted);
    expect(effects.map((effect) => effect.type)).toEqual(wantedEffects);
    if (!table[name as keyof typeof states][event]) expect(state).toEqual(task);
  });
});

test('a retry waits longer each time, elsewhere, and ends after the limit with the last error', () => {
  let task = waiting;
  const pauses: number[] = [];
  for (const attempt of [1, 2]) {
    task = after(after(task, { type: 'assign', executor: 'a', at: 10 }), {
      type: 'fail',
      attempt,
      error: transientError('BROKEN', 'x'),
      at: 1000,
    });
    pauses.push(task.notBefore - 1000);
    expect(task.avoid).toBe('a');
  }
  expect(pauses).toEqual([50, 100]);
  const { state, effects } = onTaskEvent(
    after(task, { type: 'assign', executor: 'b', at: 10 }),
    { type: 'fail', attempt: 3, error: transientError('LAST', 'y'), at: 0 },
    limits,
  );
  expect(state.state).toBe('failed');
  expect(effects).toMatchObject([
    { type: 'fail-job', error: { family: 'transient', code: 'LAST', details: { notes: [expect.stringContaining('failed 3 times')] } } },
  ]);
});

test('a task that ran out of memory runs alone, then in ever smaller pieces where its input can be cut', () => {
  const error = resourcesError('OUT_OF_MEMORY', 'x');
  const again = (task: Task): Task =>
    after(after(task, { type: 'assign', executor: 'a', at: 0 }), { type: 'fail', attempt: task.attempts + 1, error, at: 0 });
  const alone = again(waiting);
  expect(alone).toMatchObject({ state: 'waiting', alone: true, shortages: 1, failures: 0, pieces: 1 });
  expect([again(alone), again(again(alone))]).toMatchObject([
    { state: 'waiting', alone: true, pieces: 4 },
    { state: 'waiting', alone: true, pieces: 16 },
  ]);
  const failing = (task: Task, maxPieces: number) =>
    onTaskEvent(
      after(task, { type: 'assign', executor: 'a', at: 0 }),
      { type: 'fail', attempt: task.attempts + 1, error, at: 0 },
      { ...limits, maxPieces },
    );
  expect(failing(alone, 1)).toMatchObject({ state: { state: 'failed' }, effects: [{ type: 'fail-job', error: { family: 'resources' } }] });
  expect(failing(again(again(alone)), 16).effects).toMatchObject([
    { type: 'fail-job', error: { code: 'OUT_OF_MEMORY', details: { notes: [expect.stringContaining('in 16 pieces')] } } },
  ]);
});

test('a task that finds a disk full starts elsewhere, as often as for any passing reason', () => {
  let task = waiting;
  for (const attempt of [1, 2]) {
    task = after(after(task, { type: 'assign', executor: 'a', at: 0 }), {
      type: 'fail',
      attempt,
      error: resourcesError('DISK_FULL', 'x'),
      at: 0,
    });
    expect(task).toMatchObject({ state: 'waiting', avoid: 'a', alone: false, shortages: attempt, failures: attempt });
  }
});

test('a task under which executors die runs alone after the second, and a third then proves that it is to blame', () => {
  const dying = (task: Task, executor: string) =>
    onTaskEvent(
      after(task, { type: 'assign', executor, at: 0 }),
      { type: 'fail', attempt: task.attempts + 1, error: transientError('EXECUTOR_LOST', 'x'), at: 0, death: true },
      { ...limits, maxFailures: 4 },
    );
  const once = dying(waiting, 'a').state;
  expect(once).toMatchObject({ state: 'waiting', alone: false, deaths: ['a'], avoid: 'a' });
  const twice = dying(once, 'b').state;
  expect(twice).toMatchObject({ state: 'waiting', alone: true, deaths: ['a', 'b'] });
  expect(dying(twice, 'c')).toMatchObject({ state: { state: 'failed' }, effects: [{ type: 'poisoned', executors: ['a', 'b', 'c'] }] });
});

test('of two attempts either may win, and either may fail', () => {
  expect(raced).toMatchObject({
    attempts: 2,
    twins: 1,
    running: { number: 1, executor: 'a', since: 10 },
    twin: { number: 2, executor: 'c' },
  });
  const won = after(raced, events['finish of the twin']!);
  expect(won).toMatchObject({ state: 'finished', output: { attempt: 2, executor: 'c' } });
  expect(onTaskEvent(won, events['finish']!, limits)).toEqual({
    state: won,
    effects: [{ type: 'drop-exchange', attempt: 1, executor: 'a' }],
  });
  expect(onTaskEvent(raced, events['finish']!, limits).effects).toEqual([{ type: 'stop-attempt', attempt: 2, executor: 'c' }]);
  const left = after(raced, events['death of the executor']!);
  expect(left).toMatchObject({ state: 'running', running: { number: 2, executor: 'c' }, deaths: ['a'], failures: 0 });
  expect(left.twin).toBeUndefined();
  expect(after(raced, events['fail of the twin']!)).toMatchObject({ state: 'running', running: { number: 1 }, avoid: 'c' });
  expect(readableAttempt(after(raced, events['readable twin, and read']!))).toBe(2);
});

test('a task has no more than two twins, and none where it wants to be alone', () => {
  const once = after(after(raced, events['fail of the twin']!), events['twin']!);
  const twice = after(once, { type: 'fail', attempt: 3, error: transientError('X', 'x'), at: 0 });
  expect(onTaskEvent(twice, events['twin']!, limits).state).toBe(twice);
  expect(mayHaveTwin({ ...running, alone: true }, limits)).toBe(false);
});

test('an output that is lost over and over fails the job in the end', () => {
  let task = finished;
  for (let loss = 1; loss <= limits.maxLosses; loss++) {
    task = after(task, { type: 'output-lost' });
    task = after(task, { type: 'assign', executor: 'a', at: 10 });
    task = after(task, { type: 'finish', attempt: task.attempts, output: output(task.attempts) });
  }
  const { state, effects } = onTaskEvent(task, { type: 'output-lost' }, limits);
  expect(state.state).toBe('failed');
  expect(effects.at(-1)).toMatchObject({ type: 'fail-job', error: { family: 'data-lost', code: 'OUTPUT_LOST' } });
});

/** The first, those after failures and losses, alone, in pieces, and twins; a loss that a twin got over is not counted. */
const MOST_ATTEMPTS = 1 + limits.maxFailures + limits.maxLosses + 1 + 2 + limits.maxTwins;

test('random histories: attempts are bounded, ends are final, and states agree with what they hold', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = new SeededRandomness(seed);
    let task = newTask(0);
    for (let i = 0; i < 80; i++) {
      const before = task;
      task = onTaskEvent(task, anyEvent(random, task), limits).state;
      expect(task.attempts - before.attempts).toBeLessThanOrEqual(1);
      expect(task.running !== undefined).toBe(task.state === 'running');
      if (task.twin) expect(task.twin.number).not.toBe(task.running?.number);
      if (task.output) expect(task.state).toBe('finished');
      if (before.state === 'failed' || before.state === 'cancelled') expect(task).toBe(before);
      const attempt = readableAttempt(task);
      if (attempt !== undefined) expect([task.attempts, task.attempts - 1, task.attempts - 2]).toContain(attempt);
      if (attempt !== undefined && task.running) expect(attemptUnderWay(task, attempt)).toBe(task.running);
    }
    expect(task.attempts).toBeLessThanOrEqual(MOST_ATTEMPTS);
  }
});

function anyEvent(random: SeededRandomness, task: Task): TaskEvent {
  const errors = [transientError('X', 'x'), internalError('X', 'x'), resourcesError('X', 'x'), resourcesError('DISK_FULL', 'x'), lost];
  const attempt = Math.max(1, task.attempts - random.below(2));
  const choices: TaskEvent[] = [
    { type: 'assign', executor: 'a', at: 10 },
    { type: 'assign', executor: 'b', at: 10 },
    { type: 'twin', executor: 'c', at: 0 },
    { type: 'readable', attempt, read: random.below(2) === 0 },
    { type: 'finish', attempt, output: output(attempt) },
    { type: 'fail', attempt, error: errors[random.below(errors.length)]!, at: 0 },
    { type: 'fail', attempt, error: errors[0]!, at: 0, death: true },
    { type: 'inputs-lost' },
    { type: 'output-lost' },
    { type: 'drop-output' },
    { type: 'need-output' },
    ...(random.below(20) === 0 ? [{ type: 'cancel' } as const] : []),
  ];
  return choices[random.below(choices.length)]!;
}

function after(task: Task, event: TaskEvent): Task {
  return onTaskEvent(task, event, limits).state;
}
