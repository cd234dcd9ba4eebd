import { expect, test } from 'vitest';
import { type ExecutorEvent, type ExecutorState, newExecutor, onExecutorEvent, takesTasks } from './executor-machine.js';

const limits = { silenceMs: 4000, graceMs: 2000 };
const active = newExecutor(1, 0);

const states = {
  active,
  struck: { ...active, strikes: 2 },
  aside: { ...active, state: 'aside', strikes: 3, asides: 1, asideUntil: 2999 },
  trial: { ...active, state: 'trial', strikes: 3, asides: 1, asideUntil: 1000 },
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
  'tick, early': { type: 'tick', at: 2998 },
  'tick, the pause is over': { type: 'tick', at: 2999 },
  'tick, the grace is over': { type: 'tick', at: 3000 },
  'tick, silent for too long': { type: 'tick', at: 4000 },
  excuse: { type: 'excuse', ms: 10, at: 3000 },
  strike: { type: 'strike', at: 3000, last: false },
  'strike, nobody else': { type: 'strike', at: 3000, last: true },
  succeeded: { type: 'succeeded' },
  recall: { type: 'recall' },
} satisfies Record<string, ExecutorEvent>;

const lost = ['lost', 'close-connection', 'lost'] as const;
/** What becomes of one whose stream is open. */
const there = <State extends ExecutorState['state']>(state: State) =>
  ({
    'register, the same process': [state],
    'register, another process': lost,
    heard: [state],
    drain: ['draining'],
    disconnect: ['detached'],
    'tick, silent for too long': lost,
    excuse: [state],
  }) as const;
const table: Readonly<
  Record<keyof typeof states, Readonly<Partial<Record<keyof typeof events, readonly [ExecutorState['state'], ...string[]]>>>>
> = {
  active: { ...there('active'), strike: ['active'], 'strike, nobody else': ['active'] },
  struck: { ...there('active'), strike: ['aside'], 'strike, nobody else': ['active'], succeeded: ['active'] },
  aside: {
    ...there('aside'),
    'tick, the pause is over': ['trial'],
    'tick, the grace is over': ['trial'],
    recall: ['trial'],
  },
  trial: { ...there('trial'), strike: ['aside'], 'strike, nobody else': ['trial'], succeeded: ['active'] },
  draining: there('draining'),
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

test('only an executor that is active or tried again takes tasks', () => {
  expect(
    Object.entries(states)
      .filter(([, state]) => takesTasks(state))
      .map(([name]) => name),
  ).toEqual(['active', 'struck', 'trial']);
});

test('silence counts from the last word', () => {
  const heard = onExecutorEvent(active, events.heard, limits).state;
  expect(onExecutorEvent(heard, { type: 'tick', at: 6999 }, limits).state.state).toBe('active');
  expect(onExecutorEvent(heard, { type: 'tick', at: 7000 }, limits).state.state).toBe('lost');
});

test('the time in which the scheduler stood still does not count, however often that is said', () => {
  const excuse = { type: 'excuse', ms: 5000, at: 6000 } as const;
  const excused = onExecutorEvent(onExecutorEvent(active, excuse, limits).state, excuse, limits).state;
  expect(excused.heardAt).toBe(6000);
  expect(onExecutorEvent(excused, { type: 'tick', at: 9999 }, limits).state.state).toBe('active');
  expect(onExecutorEvent(excused, { type: 'tick', at: 10_000 }, limits).state.state).toBe('lost');
});

test('an executor that fails each time it is tried is left alone for ever longer, up to five minutes, and begins anew after a good while', () => {
  let executor: ExecutorState = states.struck;
  let at = 0;
  const pauses: number[] = [];
  for (let i = 0; i < 8; i++) {
    executor = onExecutorEvent(executor, { type: 'strike', at, last: false }, limits).state;
    pauses.push(executor.asideUntil - at);
    at = executor.asideUntil;
    executor = { ...executor, heardAt: at };
    executor = onExecutorEvent(executor, { type: 'tick', at }, limits).state;
    expect(executor.state).toBe('trial');
  }
  expect(pauses).toEqual([10, 20, 40, 80, 160, 300, 300, 300].map((seconds) => seconds * 1000));
  executor = onExecutorEvent(executor, { type: 'succeeded' }, limits).state;
  expect(executor).toMatchObject({ state: 'active', strikes: 0 });
  for (let i = 0; i < 3; i++) executor = onExecutorEvent(executor, { type: 'strike', at: at + 700_000, last: false }, limits).state;
  expect(executor).toMatchObject({ state: 'aside', asideUntil: at + 710_000 });
});

test('an executor that was put aside is so still when it comes back after a break', () => {
  const detached = onExecutorEvent(states.aside, events.disconnect, limits).state;
  expect(onExecutorEvent(detached, { type: 'register', pid: 1, at: 1500 }, limits).state.state).toBe('aside');
  expect(onExecutorEvent(detached, { type: 'register', pid: 1, at: 2999 }, limits).state.state).toBe('trial');
});
