import { dataLostError, internalError, resourcesError, transientError, userError } from '@arbalest/spi';
import { describe, expect, test } from 'vitest';
import { SeededRandomness } from '../testing/seeded-randomness.js';
import { newTask, type Task, type TaskEvent, type TaskLimits, type TaskOutput } from './task.js';
import { onTaskEvent, readableAttempt } from './task-machine.js';

const limits: TaskLimits = { maxFailures: 3, maxLosses: 4, retryBackoffMs: 50 };
const output = (attempt: number): TaskOutput => ({ attempt, executor: 'a', rows: [1], bytes: [8] });
const lost = dataLostError('EXCHANGE_LOST', 'gone', { lost: ['job/0/0/1'] });

const waiting = newTask(0);
const running = after(waiting, { type: 'assign', executor: 'a' });
const readable = after(running, { type: 'readable', attempt: 1 });
const finished = after(readable, { type: 'finish', attempt: 1, output: output(1) });
const dropped = after(finished, { type: 'drop-output' });
const inline = after(running, { type: 'finish', attempt: 1, output: { ...output(1), inline: {} } });
const cancelled = after(running, { type: 'cancel' });
const failed = after(running, { type: 'fail', attempt: 1, error: userError('X', 'x'), at: 0 });

const states = { waiting, running, readable, finished, dropped, inline, cancelled, failed };
const events: Readonly<Record<string, TaskEvent>> = {
  assign: { type: 'assign', executor: 'b' },
  readable: { type: 'readable', attempt: 1 },
  finish: { type: 'finish', attempt: 1, output: output(1) },
  'finish of an old attempt': { type: 'finish', attempt: 7, output: output(7) },
  'fail, user': { type: 'fail', attempt: 1, error: userError('X', 'x'), at: 100 },
  'fail, transient': { type: 'fail', attempt: 1, error: transientError('X', 'x'), at: 100 },
  'fail, internal': { type: 'fail', attempt: 1, error: internalError('X', 'x'), at: 100 },
  'fail, resources': { type: 'fail', attempt: 1, error: resourcesError('X', 'x'), at: 100 },
  'fail, data lost': { type: 'fail', attempt: 1, error: lost, at: 100 },
  'fail of an old attempt': { type: 'fail', attempt: 7, error: userError('X', 'x'), at: 100 },
  'inputs-lost': { type: 'inputs-lost' },
  'output-lost': { type: 'output-lost' },
  'drop-output': { type: 'drop-output' },
  'need-output': { type: 'need-output' },
  cancel: { type: 'cancel' },
};

/** By state, then by event: the next state and the effects. What is not named changes nothing and has no effect. */
const table: Readonly<Record<keyof typeof states, Readonly<Record<string, readonly [Task['state'], ...string[]]>>>> = {
  waiting: {
    assign: ['running'],
    'finish of an old attempt': ['waiting', 'drop-exchange'],
    finish: ['waiting', 'drop-exchange'],
    cancel: ['cancelled'],
  },
  running: {
    readable: ['running'],
    finish: ['finished'],
    'finish of an old attempt': ['running', 'drop-exchange'],
    'fail, user': ['failed', 'fail-job'],
    'fail, transient': ['waiting', 'wake'],
    'fail, internal': ['waiting', 'wake'],
    'fail, resources': ['waiting'],
    'fail, data lost': ['waiting', 'inputs-missing'],
    'inputs-lost': ['waiting', 'stop-attempt'],
    cancel: ['cancelled', 'stop-attempt'],
  },
  readable: {
    finish: ['finished'],
    'finish of an old attempt': ['running', 'drop-exchange'],
    'fail, user': ['failed', 'fail-job'],
    'fail, transient': ['waiting', 'wake'],
    'fail, internal': ['waiting', 'wake'],
    'fail, resources': ['waiting'],
    'fail, data lost': ['waiting', 'inputs-missing'],
    'inputs-lost': ['waiting', 'stop-attempt'],
    cancel: ['cancelled', 'stop-attempt'],
  },
  finished: {
    'finish of an old attempt': ['finished', 'drop-exchange'],
    'output-lost': ['waiting', 'drop-exchange'],
    'drop-output': ['finished', 'drop-exchange'],
  },
  dropped: {
    finish: ['finished', 'drop-exchange'],
    'finish of an old attempt': ['finished', 'drop-exchange'],
    'output-lost': ['waiting'],
    'need-output': ['waiting'],
  },
  inline: { 'finish of an old attempt': ['finished', 'drop-exchange'], 'output-lost': ['waiting'], 'drop-output': ['finished'] },
  cancelled: { finish: ['cancelled', 'drop-exchange'], 'finish of an old attempt': ['cancelled', 'drop-exchange'] },
  failed: { finish: ['failed', 'drop-exchange'], 'finish of an old attempt': ['failed', 'drop-exchange'] },
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
    task = after(after(task, { type: 'assign', executor: 'a' }), { type: 'fail', attempt, error: transientError('BROKEN', 'x'), at: 1000 });
    pauses.push(task.notBefore - 1000);
    expect(task.avoid).toBe('a');
  }
  expect(pauses).toEqual([50, 100]);
  const { state, effects } = onTaskEvent(
    after(task, { type: 'assign', executor: 'b' }),
    { type: 'fail', attempt: 3, error: transientError('LAST', 'y'), at: 0 },
    limits,
  );
  expect(state.state).toBe('failed');
  expect(effects).toMatchObject([
    { type: 'fail-job', error: { family: 'transient', code: 'LAST', details: { notes: [expect.stringContaining('failed 3 times')] } } },
  ]);
});

test('a task that ran out of memory runs once more, alone', () => {
  const error = resourcesError('OUT_OF_MEMORY', 'x');
  const alone = after(running, { type: 'fail', attempt: 1, error, at: 0 });
  expect(alone).toMatchObject({ state: 'waiting', alone: true, shortages: 1, failures: 0 });
  const { state, effects } = onTaskEvent(
    after(alone, { type: 'assign', executor: 'a' }),
    { type: 'fail', attempt: 2, error, at: 0 },
    limits,
  );
  expect(state.state).toBe('failed');
  expect(effects).toMatchObject([{ type: 'fail-job', error: { family: 'resources', code: 'OUT_OF_MEMORY' } }]);
});

test('an output that is lost over and over fails the job in the end', () => {
  let task = finished;
  for (let loss = 1; loss <= limits.maxLosses; loss++) {
    task = after(task, { type: 'output-lost' });
    task = after(task, { type: 'assign', executor: 'a' });
    task = after(task, { type: 'finish', attempt: task.attempts, output: output(task.attempts) });
  }
  const { state, effects } = onTaskEvent(task, { type: 'output-lost' }, limits);
  expect(state.state).toBe('failed');
  expect(effects.at(-1)).toMatchObject({ type: 'fail-job', error: { family: 'data-lost', code: 'OUTPUT_LOST' } });
});

test('random histories: attempts are bounded, ends are final, and states agree with what they hold', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const random = new SeededRandomness(seed);
    let task = newTask(0);
    for (let i = 0; i < 80; i++) {
      const before = task;
      task = onTaskEvent(task, anyEvent(random, task), limits).state;
      expect(task.attempts - before.attempts).toBeLessThanOrEqual(1);
      expect(task.running !== undefined).toBe(task.state === 'running');
      if (task.output) expect(task.state).toBe('finished');
      if (before.state === 'failed' || before.state === 'cancelled') expect(task).toBe(before);
      const attempt = readableAttempt(task);
      if (attempt !== undefined) expect(attempt).toBe(task.attempts);
    }
    expect(task.attempts).toBeLessThanOrEqual(1 + limits.maxFailures + limits.maxLosses + 1);
  }
});

function anyEvent(random: SeededRandomness, task: Task): TaskEvent {
  const errors = [transientError('X', 'x'), internalError('X', 'x'), resourcesError('X', 'x'), lost];
  const attempt = Math.max(1, task.attempts - random.below(2));
  const choices: TaskEvent[] = [
    { type: 'assign', executor: 'a' },
    { type: 'assign', executor: 'b' },
    { type: 'readable', attempt },
    { type: 'finish', attempt, output: output(attempt) },
    { type: 'fail', attempt, error: errors[random.below(errors.length)]!, at: 0 },
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
