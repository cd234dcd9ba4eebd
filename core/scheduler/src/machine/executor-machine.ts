import { type Step, step } from './step.js';

/**
 * What the scheduler believes of an executor. Times are milliseconds of the monotonic clock.
 *
 *     active ──drain──► draining
 *      │ ▲ │               │
 *      │ │ └─── register, the same process ───┐
 *      │ ├──disconnect──► detached ───────────┘
 *      │ │                   └──tick, grace is over──► lost
 *      │ └──tick, silent for too long──► lost
 *      └──strike, the third──► aside ──tick, the pause is over; recall──► trial ──succeeded──► active
 *                                ▲                                         └──strike──► aside
 *
 * One that is `aside` gets no tasks, one on `trial` gets one at a time. Each pause is twice as long as the one before, unless that was long ago.
 * `lost` is final for the process: who registers after it begins anew, with nothing.
 */
export interface ExecutorState {
  readonly state: 'active' | 'aside' | 'trial' | 'draining' | 'detached' | 'lost';
  /** It said that it takes no new tasks; kept over a reconnection. */
  readonly drains: boolean;
  readonly pid: number;
  readonly heardAt: number;
  readonly detachedAt: number;
  /** Failures for which it is to blame, less its successes since. */
  readonly strikes: number;
  /** Times that it was put aside in a row. */
  readonly asides: number;
  readonly asideUntil: number;
}

export type ExecutorEvent =
  | { readonly type: 'register'; readonly pid: number; readonly at: number }
  | { readonly type: 'heard'; readonly at: number }
  | { readonly type: 'drain' }
  | { readonly type: 'disconnect'; readonly at: number }
  | { readonly type: 'tick'; readonly at: number }
  /** The scheduler itself stood still for so long until now, and heard nobody: that silence says nothing of the executor. */
  | { readonly type: 'excuse'; readonly ms: number; readonly at: number }
  /** It failed a task that was not to blame. `last`: nobody else could do what it does, so it goes on. */
  | { readonly type: 'strike'; readonly at: number; readonly last: boolean }
  /** It finished a task. */
  | { readonly type: 'succeeded' }
  /** Nobody else is left: it is tried again before its pause is over. */
  | { readonly type: 'recall' };

/** `lost`: all it ran and kept is gone. */
export type ExecutorEffect = { readonly type: 'lost' } | { readonly type: 'close-connection' };

export interface ExecutorLimits {
  readonly silenceMs: number;
  readonly graceMs: number;
}

export function newExecutor(pid: number, at: number): ExecutorState {
  return { state: 'active', drains: false, pid, heardAt: at, detachedAt: 0, ...BLAMELESS };
}

/** One of which another scheduler knew: whichever process has its id. @param at as if its stream had broken then */
export function expectedExecutor(at: number): ExecutorState {
  return { state: 'detached', drains: false, pid: UNKNOWN_PID, heardAt: at, detachedAt: at, ...BLAMELESS };
}

/** No process has it. */
const UNKNOWN_PID = 0;
const BLAMELESS = { strikes: 0, asides: 0, asideUntil: 0 };
const MAX_STRIKES = 3;
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 300_000;
/** After so long without another the first pause is the next one. */
const FORGIVEN_MS = 600_000;

export function onExecutorEvent(
  executor: ExecutorState,
  event: ExecutorEvent,
  limits: ExecutorLimits,
): Step<ExecutorState, ExecutorEffect> {
  if (executor.state === 'lost') return step(executor);
  switch (event.type) {
    case 'register':
      return registered(executor, event);
    case 'heard':
      return step({ ...executor, heardAt: event.at });
    case 'drain':
      return step({ ...executor, drains: true, state: executor.state === 'detached' ? 'detached' : 'draining' });
    case 'disconnect':
      return executor.state === 'detached' ? step(executor) : step({ ...executor, state: 'detached', detachedAt: event.at });
    case 'tick':
      return afterTick(executor, event.at, limits);
    case 'excuse':
      return step({ ...executor, heardAt: excused(executor.heardAt, event), detachedAt: excused(executor.detachedAt, event) });
    case 'strike':
      return step(afterStrike(executor, event));
    case 'succeeded':
      return step(afterSuccess(executor));
    case 'recall':
      return executor.state === 'aside' ? step({ ...executor, state: 'trial', asideUntil: 0 }) : step(executor);
  }
}

/** May be given new tasks. */
export function takesTasks({ state }: ExecutorState): boolean {
  return state === 'active' || state === 'trial';
}

function excused(time: number, { ms, at }: Extract<ExecutorEvent, { type: 'excuse' }>): number {
  return Math.max(time, Math.min(time + ms, at));
}

function afterStrike(executor: ExecutorState, { at, last }: Extract<ExecutorEvent, { type: 'strike' }>): ExecutorState {
  if (!takesTasks(executor)) return executor;
  const strikes = Math.min(executor.strikes + 1, MAX_STRIKES);
  if (last || (executor.state === 'active' && strikes < MAX_STRIKES)) return { ...executor, strikes };
  const asides = at - executor.asideUntil > FORGIVEN_MS ? 1 : executor.asides + 1;
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (asides - 1), LONGEST_PAUSE_MS);
  return { ...executor, state: 'aside', strikes: MAX_STRIKES, asides, asideUntil: at + pause };
}

function afterSuccess(executor: ExecutorState): ExecutorState {
  if (executor.state === 'trial') return { ...executor, state: 'active', strikes: 0 };
  return executor.strikes > 0 && executor.state === 'active' ? { ...executor, strikes: executor.strikes - 1 } : executor;
}

/** Where it stands when nothing else is to be said of it. */
function standing({ strikes, asides, asideUntil, drains }: ExecutorState, at: number): ExecutorState['state'] {
  if (drains) return 'draining';
  if (asides === 0 || strikes < MAX_STRIKES) return 'active';
  return at < asideUntil ? 'aside' : 'trial';
}

function registered(
  executor: ExecutorState,
  { pid, at }: Extract<ExecutorEvent, { type: 'register' }>,
): Step<ExecutorState, ExecutorEffect> {
  if (pid !== executor.pid && executor.pid !== UNKNOWN_PID) return lost(executor);
  return step({ ...executor, pid, state: standing(executor, at), heardAt: at });
}

function afterTick(executor: ExecutorState, at: number, { silenceMs, graceMs }: ExecutorLimits): Step<ExecutorState, ExecutorEffect> {
  if (executor.state === 'detached') return at - executor.detachedAt >= graceMs ? lost(executor) : step(executor);
  if (at - executor.heardAt >= silenceMs) return lost(executor);
  return executor.state === 'aside' && at >= executor.asideUntil ? step({ ...executor, state: 'trial' }) : step(executor);
}

function lost(executor: ExecutorState): Step<ExecutorState, ExecutorEffect> {
  return step({ ...executor, state: 'lost' }, [{ type: 'close-connection' }, { type: 'lost' }]);
}
