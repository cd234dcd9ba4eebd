import { ArbalestError, dataLostError } from '@arbalest/spi';
import { type Step, step } from './step.js';
import type { Task, TaskEffect, TaskEvent, TaskLimits } from './task.js';

type TaskStep = Step<Task, TaskEffect>;
type FailEvent = Extract<TaskEvent, { type: 'fail' }>;

/** The pause before a start grows no further than this many times the first one. */
const MAX_BACKOFF_FACTOR = 100;

/**
 * A task runs as attempts, one at a time.
 *
 *     waiting ──assign──► running ──finish──► finished
 *        ▲                   │                   │
 *        ├──── retry, inputs lost ◄──┤           │
 *        ├──── output lost, output needed again ◄┘
 *        │                   ├──fail, out of attempts──► failed
 *        └──cancel──────────►└──cancel─────────────────► cancelled
 *
 * Whatever an attempt says that is not the one under way is old news and changes nothing; if it left an output, that is dropped.
 */
export function onTaskEvent(task: Task, event: TaskEvent, limits: TaskLimits): TaskStep {
  switch (event.type) {
    case 'assign':
      return task.state === 'waiting' ? step(assigned(task, event.executor)) : step(task);
    case 'readable':
      return isCurrent(task, event.attempt) ? step({ ...task, running: { ...task.running, readable: true } }) : step(task);
    case 'finish':
      return onFinish(task, event);
    case 'fail':
      return isCurrent(task, event.attempt) ? afterFailure(task, event, limits) : step(task);
    case 'inputs-lost':
      return task.running ? afterLoss(waiting(task), stopAttempt(task), limits) : step(task);
    case 'output-lost':
      return task.state === 'finished' ? afterLoss(waiting(task), dropExchange(task), limits) : step(task);
    case 'drop-output':
      return task.output ? step(without(task, 'output'), dropExchange(task)) : step(task);
    case 'need-output':
      return task.state === 'finished' && !task.output ? afterLoss(waiting(task), [], limits) : step(task);
    case 'cancel':
      return isOver(task) ? step(task) : step({ ...waiting(task), state: 'cancelled' }, stopAttempt(task));
  }
}

/** The attempt whose output may be read, if there is one. */
export function readableAttempt(task: Task): number | undefined {
  return task.output?.attempt ?? (task.running?.readable ? task.running.number : undefined);
}

function onFinish(task: Task, event: Extract<TaskEvent, { type: 'finish' }>): TaskStep {
  if (isCurrent(task, event.attempt)) return step({ ...without(task, 'running'), state: 'finished', output: event.output });
  const known = task.output?.attempt === event.attempt;
  return known ? step(task) : step(task, [{ type: 'drop-exchange', attempt: event.attempt, executor: event.output.executor }]);
}

/** What a failure means is decided by its family alone, never by its text. */
function afterFailure(task: Task, event: FailEvent, limits: TaskLimits): TaskStep {
  const { error } = event;
  switch (error.family) {
    case 'user':
    case 'cancelled':
      return failed(task, error);
    case 'data-lost':
      return afterLoss(waiting(task), [{ type: 'inputs-missing', lost: error.details.lost ?? [] }], limits, error);
    case 'resources':
      return afterShortage(task, error);
    case 'transient':
    case 'internal':
      return retry(task, event, limits);
  }
}

function retry(task: Task, { error, at }: FailEvent, { maxFailures, retryBackoffMs }: TaskLimits): TaskStep {
  const failures = task.failures + 1;
  if (failures >= maxFailures)
    return failed(task, noted(error, `Task ${task.id} was started ${task.attempts} times and failed ${failures} times`));
  const notBefore = at + retryBackoffMs * Math.min(2 ** (failures - 1), MAX_BACKOFF_FACTOR);
  const avoid = task.running?.executor;
  return step({ ...waiting(task), failures, notBefore, ...(avoid === undefined ? {} : { avoid }) }, [{ type: 'wake', at: notBefore }]);
}

/** Once more, with the whole memory of an executor; more than that there is not. */
function afterShortage(task: Task, error: ArbalestError): TaskStep {
  if (task.alone)
    return failed(task, noted(error, "It was started again alone, with all of an executor's memory, and that did not do either"));
  return step({ ...waiting(task), shortages: task.shortages + 1, alone: true });
}

function afterLoss(task: Task, effects: readonly TaskEffect[], { maxLosses }: TaskLimits, error?: ArbalestError): TaskStep {
  const losses = task.losses + 1;
  if (losses <= maxLosses) return step({ ...task, losses }, effects);
  const reason =
    error ??
    dataLostError(
      'OUTPUT_LOST',
      `What task ${task.id} reads or makes was lost ${losses} times, more often than the limit of ${maxLosses}; see why executors go away`,
    );
  return step({ ...task, losses, state: 'failed' }, [...effects, { type: 'fail-job', error: reason }]);
}

function assigned(task: Task, executor: string): Task {
  const attempts = task.attempts + 1;
  return { ...task, state: 'running', attempts, running: { number: attempts, executor, readable: false } };
}

function failed(task: Task, error: ArbalestError): TaskStep {
  return step({ ...waiting(task), state: 'failed' }, [{ type: 'fail-job', error }]);
}

function waiting(task: Task): Task {
  return { ...without(without(task, 'running'), 'output'), state: 'waiting' };
}

function without(task: Task, key: 'running' | 'output'): Task {
  const rest: { -readonly [Key in keyof Task]: Task[Key] } = { ...task };
  delete rest[key];
  return rest;
}

function stopAttempt({ running }: Task): readonly TaskEffect[] {
  return running ? [{ type: 'stop-attempt', attempt: running.number, executor: running.executor }] : [];
}

function dropExchange({ output }: Task): readonly TaskEffect[] {
  return output && !output.inline ? [{ type: 'drop-exchange', attempt: output.attempt, executor: output.executor }] : [];
}

function isCurrent(task: Task, attempt: number): task is Task & { readonly running: NonNullable<Task['running']> } {
  return task.state === 'running' && task.running?.number === attempt;
}

function isOver(task: Task): boolean {
  return task.state === 'finished' || task.state === 'failed' || task.state === 'cancelled';
}

function noted(error: ArbalestError, note: string): ArbalestError {
  return new ArbalestError(
    error.family,
    error.code,
    error.message,
    { ...error.details, notes: [...(error.details.notes ?? []), note] },
    { cause: error },
  );
}
