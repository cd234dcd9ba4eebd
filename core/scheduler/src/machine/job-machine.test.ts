import { cancelledError, userError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { SeededRandomness } from '../testing/seeded-randomness.js';
import { isEnded, type Job, type JobMachineEvent, NEW_JOB, onJobEvent } from './job-machine.js';

const error = userError('X', 'x');
const events = {
  planned: { type: 'planned', writes: false },
  'planned, writes': { type: 'planned', writes: true },
  'stages-done': { type: 'stages-done' },
  committed: { type: 'committed' },
  answered: { type: 'answered' },
  fail: { type: 'fail', error },
  cancel: { type: 'cancel', error: cancelledError('CANCELLED', 'c') },
} satisfies Record<string, JobMachineEvent>;

const states = {
  planning: NEW_JOB,
  running: { state: 'running', writes: false },
  writing: { state: 'running', writes: true },
  committing: { state: 'committing', writes: true },
  finished: { state: 'finished', writes: true },
  failed: { state: 'failed', writes: false, error },
  cancelled: { state: 'cancelled', writes: false, error },
} satisfies Record<string, Job>;

/** By state, then by event: the next state and the effects. What is not named changes nothing and has no effect. */
const table: Readonly<Record<keyof typeof states, Readonly<Partial<Record<keyof typeof events, readonly [Job['state'], ...string[]]>>>>> = {
  planning: {
    planned: ['running', 'start-stages'],
    'planned, writes': ['running', 'start-stages'],
    answered: ['finished', 'end'],
    fail: ['failed', 'end'],
    cancel: ['cancelled', 'end'],
  },
  running: { 'stages-done': ['finished', 'end'], fail: ['failed', 'stop-tasks', 'end'], cancel: ['cancelled', 'stop-tasks', 'end'] },
  writing: {
    'stages-done': ['committing', 'commit'],
    fail: ['failed', 'stop-tasks', 'end', 'abort-write'],
    cancel: ['cancelled', 'stop-tasks', 'end', 'abort-write'],
  },
  committing: { committed: ['finished', 'end'], fail: ['failed', 'end', 'abort-write'] },
  finished: {},
  failed: {},
  cancelled: {},
};

const cases = Object.keys(states).flatMap((state) =>
  Object.keys(events).map((event) => [state, event] as [keyof typeof states, keyof typeof events]),
);

test.each(cases)('%s, %s', (state, event) => {
  const before = states[state];
  const step = onJobEvent(before, events[event]);
  const [wanted, ...effects] = table[state][event] ?? [before.state];
  expect(step.state.state).toBe(wanted);
  expect(step.effects.map((effect) => effect.type)).toEqual(effects);
  if (!table[state][event]) expect(step.state).toBe(before);
});

test('random histories: a job ends once, and a write is committed or aborted once and never both', () => {
  for (let seed = 1; seed <= 500; seed++) {
    const random = new SeededRandomness(seed);
    const effects: string[] = [];
    let job: Job = NEW_JOB;
    for (let i = 0; i < 30; i++) {
      const all = Object.values(events);
      const step = onJobEvent(job, all[random.below(all.length)]!);
      job = step.state;
      effects.push(...step.effects.map((effect) => effect.type));
    }
    const ended = job;
    job = onJobEvent(onJobEvent(ended, events.fail).state, events.committed).state;
    expect(isEnded(job)).toBe(true);
    const times = (effect: string): number => effects.filter((other) => other === effect).length;
    expect(times('end')).toBeLessThanOrEqual(1);
    expect(times('commit')).toBeLessThanOrEqual(1);
    expect(times('abort-write')).toBeLessThanOrEqual(1);
    if (ended.state === 'finished') expect(times('abort-write')).toBe(0);
  }
});
