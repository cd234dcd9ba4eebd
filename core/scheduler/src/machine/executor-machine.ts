import { type Step, step } from './step.js';

/**
 * What the scheduler believes of an executor. Times are milliseconds of the monotonic clock.
 *
 *     active ──drain──► draining
 *       │ ▲                │
 *       │ └─── register, the same process ───┐
 *       ├──disconnect──► detached ───────────┘
 *       │                   └──tick, grace is over──► lost
 *       └──tick, silent for too long──► lost
 *
 * `lost` is final for the process: who registers after it begins anew, with nothing.
 */
export interface ExecutorState {
  readonly state: 'active' | 'draining' | 'detached' | 'lost';
  /** It said that it takes no new tasks; kept over a reconnection. */
  readonly drains: boolean;
  readonly pid: number;
  readonly heardAt: number;
  readonly detachedAt: number;
}

export type ExecutorEvent =
  | { readonly type: 'register'; readonly pid: number; readonly at: number }
  | { readonly type: 'heard'; readonly at: number }
  | { readonly type: 'drain' }
  | { readonly type: 'disconnect'; readonly at: number }
  | { readonly type: 'tick'; readonly at: number }
  /** The scheduler itself stood still for so long, and heard nobody: that silence says nothing of the executor. */
  | { readonly type: 'excuse'; readonly ms: number };

/** `lost`: all it ran and kept is gone. */
export type ExecutorEffect = { readonly type: 'lost' } | { readonly type: 'close-connection' };

export interface ExecutorLimits {
  readonly silenceMs: number;
  readonly graceMs: number;
}

export function newExecutor(pid: number, at: number): ExecutorState {
  return { state: 'active', drains: false, pid, heardAt: at, detachedAt: 0 };
}

/** One of which another scheduler knew: whichever process has its id. @param at as if its stream had broken then */
export function expectedExecutor(at: number): ExecutorState {
  return { state: 'detached', drains: false, pid: UNKNOWN_PID, heardAt: at, detachedAt: at };
}

/** No process has it. */
const UNKNOWN_PID = 0;

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
      return step({ ...executor, heardAt: executor.heardAt + event.ms, detachedAt: executor.detachedAt + event.ms });
  }
}

/** May be given new tasks. */
export function takesTasks(executor: ExecutorState): boolean {
  return executor.state === 'active';
}

function registered(
  executor: ExecutorState,
  { pid, at }: Extract<ExecutorEvent, { type: 'register' }>,
): Step<ExecutorState, ExecutorEffect> {
  if (pid !== executor.pid && executor.pid !== UNKNOWN_PID) return lost(executor);
  return step({ ...executor, pid, state: executor.drains ? 'draining' : 'active', heardAt: at });
}

function afterTick(executor: ExecutorState, at: number, { silenceMs, graceMs }: ExecutorLimits): Step<ExecutorState, ExecutorEffect> {
  if (executor.state === 'detached') return at - executor.detachedAt >= graceMs ? lost(executor) : step(executor);
  return at - executor.heardAt >= silenceMs ? lost(executor) : step(executor);
}

function lost(executor: ExecutorState): Step<ExecutorState, ExecutorEffect> {
  return step({ ...executor, state: 'lost' }, [{ type: 'close-connection' }, { type: 'lost' }]);
}
