import { expect, test } from 'vitest';
import { type ExecutorEvent, type ExecutorState, newExecutor, onExecutorEvent, takesTasks } from './executor-machine.js';

const limits = { silenceMs: 4000, graceMs: 2000 };
const active = newExecutor(1, 0);

const states = {
  active,
  draining: { ...active, state: 'draining', drains: true },
  detached: { ...active, state: 'detached', detachedAt: 1000 },
  'detached while draining': { ...active, state: 'detached', drains: true, detachedAt: 1000 },
  lost: { ...active, state: 'lost' },
} satisfies Record<string, ExecutorState>;

const events = {
  'register, the same process': { type: 'register', pid: 1, at: 1500 },
  'register, another process': { type: 'register', pid: 2, at: 1500 },
  heard: { type: 'heard', at: 3000 },
  drain: { type: 'drain' },
  disconnect: { type: 'disconnect', at: 1200 },
  'tick, early': { type: 'tick', at: 2999 },
  'tick, the grace is over': { type: 'tick', at: 3000 },
  'tick, silent for too long': { type: 'tick', at: 4000 },
  excuse: { type: 'excuse', ms: 10 },
} satisfies Record<string, ExecutorEvent>;

const lost = ['lost', 'close-connection', 'lost'] as const;
const table: Readonly<
  Record<keyof typeof states, Readonly<Partial<Record<keyof typeof events, readonly [ExecutorState['state'], ...string[]]>>>>
> = {
  active: {
    'register, the same process': ['active'],
    'register, another process': lost,
    heard: ['active'],
    drain: ['draining'],
    disconnect: ['detached'],
    'tick, silent for too long': lost,
    excuse: ['active'],
  },
  draining: {
    'register, the same process': ['draining'],
    'register, another process': lost,
    heard: ['draining'],
    drain: ['draining'],
    disconnect: ['detached'],
    'tick, silent for too long': lost,
    excuse: ['draining'],
  },
  detached: {
    'register, the same process': ['active'],
    'register, another process': lost,
    heard: ['detached'],
    drain: ['detached'],
    'tick, the grace is over': lost,
    'tick, silent for too long': lost,
    excuse: ['detached'],
  },
  'detached while draining': {
    'register, the same process': ['draining'],
    'register, another process': lost,
    heard: ['detached'],
    drain: ['detached'],
    'tick, the grace is over': lost,
    'tick, silent for too long': lost,
    excuse: ['detached'],
  },
  lost: {},
};

const cases = Object.keys(states).flatMap((state) =>
  Object.keys(events).map((event) => [state, event] as [keyof typeof states, keyof typeof events]),
);

test.each(cases)('%s, %s', (state, event) => {
  const before = states[state];
  const step = onExecutorEvent(before, events[event], limits);
  const [wanted, ...effects] = table[state][event] ?? [before.state];
  expect(step.state.state).toBe(wanted);
  expect(step.effects.map((effect) => effect.type)).toEqual(effects);
  if (!table[state][event]) expect(step.state).toBe(before);
});

test('only an active executor takes tasks', () => {
  expect(
    Object.entries(states)
      .filter(([, state]) => takesTasks(state))
      .map(([name]) => name),
  ).toEqual(['active']);
});

test('silence counts from the last word', () => {
  const heard = onExecutorEvent(active, events.heard, limits).state;
  expect(onExecutorEvent(heard, { type: 'tick', at: 6999 }, limits).state.state).toBe('active');
  expect(onExecutorEvent(heard, { type: 'tick', at: 7000 }, limits).state.state).toBe('lost');
});

test('the time in which the scheduler stood still does not count', () => {
  const excused = onExecutorEvent(active, { type: 'excuse', ms: 5000 }, limits).state;
  expect(onExecutorEvent(excused, { type: 'tick', at: 8999 }, limits).state.state).toBe('active');
  expect(onExecutorEvent(excused, { type: 'tick', at: 9000 }, limits).state.state).toBe('lost');
});
