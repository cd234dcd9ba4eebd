import { ArbalestError, dataLostError } from '@arbalest/spi';
import { type Step, step } from './step.js';
import { type Attempt, attemptsUnderWay, attemptUnderWay, type Task, type TaskEffect, type TaskEvent, type TaskLimits } from './task.js';

type TaskStep = Step<Task, TaskEffect>;
type FailEvent = Extract<TaskEvent, { type: 'fail' }>;

/** The pause before a start grows no further than this many times the first one. */
const MAX_BACKOFF_FACTOR = 100;
/** Each time that memory does not do, the input is cut into so many times more pieces. */
const PIECES_FACTOR = 4;

/**
 * A task runs as attempts, one at a time, or two when a twin races a slow one: the first that finishes wins.
 *
 *     waiting ──assign──► running ──finish──► finished
 *        ▲                 │  ▲ │                │
 *        │                 twin │                │
 *        ├──── retry, inputs lost ◄──┤           │
 *        ├──── output lost, output needed again ◄┘
 *        │                   ├──fail, out of attempts──► failed
 *        └──cancel──────────►└──cancel─────────────────► cancelled
 *
 * Whatever an attempt says that is not under way is old news and changes nothing; if it left an output, that is dropped.
 */
export function onTaskEvent(task: Task, event: TaskEvent, limits: TaskLimits): TaskStep {
  switch (event.type) {
    case 'assign':
      return task.state === 'waiting' ? step(assigned(task, event)) : step(task);
    case 'twin':
      return mayHaveTwin(task, limits) ? step(withTwin(task, event)) : step(task);
    case 'readable':
      return onReadable(task, event);
    case 'finish':
      return onFinish(task, event);
    case 'fail':
      return onFail(task, event, limits);
    case 'inputs-lost':
      return task.running ? afterLoss(waiting(task), stop(attemptsUnderWay(task)), limits) : step(task);
    case 'output-lost':
      return task.state === 'finished' ? afterLoss(waiting(task), dropExchange(task), limits) : step(task);
    case 'drop-output':
      return task.output ? step(without(task, 'output'), dropExchange(task)) : step(task);
    case 'need-output':
      return task.state === 'finished' && !task.output ? afterLoss(waiting(task), [], limits) : step(task);
    case 'cancel':
      return isOver(task) ? step(task) : step({ ...waiting(task), state: 'cancelled' }, stop(attemptsUnderWay(task)));
  }
}

/** The attempt whose output may be read, if there is one. */
export function readableAttempt(task: Task): number | undefined {
  return task.output?.attempt ?? (task.running?.readable ? task.running.number : undefined);
}

/** One that wants an executor for itself gets one, not two. */
export function mayHaveTwin(task: Task, { maxTwins }: Pick<TaskLimits, 'maxTwins'>): boolean {
  return task.state === 'running' && !task.twin && !task.alone && task.twins < maxTwins;
}

function onReadable(task: Task, { attempt, read = false }: Extract<TaskEvent, { type: 'readable' }>): TaskStep {
  const known = attemptUnderWay(task, attempt);
  if (!known) return step(task);
  const readable = { ...known, readable: true };
  if (read) return step({ ...without(task, 'twin'), running: readable }, stop(othersThan(task, attempt)));
  return step({ ...task, [known === task.twin ? 'twin' : 'running']: readable });
}

function onFinish(task: Task, { attempt, output }: Extract<TaskEvent, { type: 'finish' }>): TaskStep {
  if (attemptUnderWay(task, attempt)) return step({ ...waiting(task), state: 'finished', output }, stop(othersThan(task, attempt)));
  const known = task.output?.attempt === attempt;
  return known ? step(task) : step(task, [{ type: 'drop-exchange', attempt, executor: output.executor }]);
}

function onFail(task: Task, event: FailEvent, limits: TaskLimits): TaskStep {
  const failed = attemptUnderWay(task, event.attempt);
  if (!failed) return step(task);
  const [other] = othersThan(task, event.attempt);
  return other ? afterOneOfTwo(task, event, failed, other) : afterFailure(task, event, limits);
}

/** The other attempt goes on as if it were the only one. What cannot be helped fails both. */
function afterOneOfTwo(task: Task, { error, death }: FailEvent, failed: Attempt, other: Attempt): TaskStep {
  const alone = { ...without(task, 'twin'), running: other };
  switch (error.family) {
    case 'user':
    case 'cancelled':
      return step({ ...waiting(task), state: 'failed' }, [...stop([other]), { type: 'fail-job', error }]);
    case 'data-lost':
      return step(alone, [{ type: 'inputs-missing', lost: error.details.lost ?? [] }]);
    case 'resources':
    case 'transient':
    case 'internal':
      return step({ ...alone, avoid: failed.executor, ...(death ? { deaths: [...task.deaths, failed.executor] } : {}) });
  }
}

/** What a failure means is decided by its family, and by no more than the code where resources are short; never by its text. */
function afterFailure(task: Task, event: FailEvent, limits: TaskLimits): TaskStep {
  const { error } = event;
  switch (error.family) {
    case 'user':
    case 'cancelled':
      return failed(task, error);
    case 'data-lost':
      return afterLoss(waiting(task), [{ type: 'inputs-missing', lost: error.details.lost ?? [] }], limits, error);
    case 'resources':
      return error.code === 'DISK_FULL' ? afterFullDisk(task, event, limits) : afterShortage(task, error, limits);
    case 'transient':
    case 'internal':
      return event.death ? afterDeath(task, event, limits) : retry(task, event, limits);
  }
}

/** The last death counts only if the task was alone there: whoever else ran on executors that died may have been a bystander. */
function afterDeath(task: Task, event: FailEvent, limits: TaskLimits): TaskStep {
  const { executor, alone } = task.running!;
  const deaths = [...task.deaths, executor];
  if (deaths.length >= limits.maxDeaths && alone) {
    return step({ ...waiting(task), state: 'failed', deaths }, [{ type: 'poisoned', executors: deaths }]);
  }
  return retry({ ...task, deaths, alone: task.alone || deaths.length >= limits.maxDeaths - 1 }, event, limits);
}

function retry(task: Task, { error, at }: FailEvent, { maxFailures, retryBackoffMs }: TaskLimits): TaskStep {
  const failures = task.failures + 1;
  if (failures >= maxFailures) return failed(task, noted(error, `Task ${task.id} failed ${failures} times, as often as one may`));
  const notBefore = at + retryBackoffMs * Math.min(2 ** (failures - 1), MAX_BACKOFF_FACTOR);
  const avoid = task.running?.executor;
  return step({ ...waiting(task), failures, notBefore, ...(avoid === undefined ? {} : { avoid }) }, [{ type: 'wake', at: notBefore }]);
}

/** Another executor's disk may have room. */
function afterFullDisk(task: Task, event: FailEvent, limits: TaskLimits): TaskStep {
  return retry({ ...task, shortages: task.shortages + 1 }, event, limits);
}

/** Once more with the whole memory of an executor; then in pieces, ever smaller. */
function afterShortage(task: Task, error: ArbalestError, { maxPieces }: TaskLimits): TaskStep {
  const shortages = task.shortages + 1;
  if (!task.alone) return step({ ...waiting(task), shortages, alone: true });
  if (task.pieces < maxPieces) {
    return step({ ...waiting(task), shortages, pieces: Math.min(task.pieces * PIECES_FACTOR, maxPieces) });
  }
  const tried = task.pieces > 1 ? ` and its input in ${task.pieces} pieces one after the other` : '';
  return failed(task, noted(error, `It was started again alone, with all of an executor's memory${tried}, and that did not do either`));
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

function assigned(task: Task, event: Extract<TaskEvent, { type: 'assign' }>): Task {
  return { ...task, state: 'running', attempts: task.attempts + 1, running: nextAttempt(task, event) };
}

function withTwin(task: Task, event: Extract<TaskEvent, { type: 'twin' }>): Task {
  return { ...task, attempts: task.attempts + 1, twins: task.twins + 1, twin: nextAttempt(task, event) };
}

function nextAttempt({ attempts, alone }: Task, { executor, at }: { readonly executor: string; readonly at: number }): Attempt {
  return { number: attempts + 1, executor, since: at, readable: false, alone };
}

function failed(task: Task, error: ArbalestError): TaskStep {
  return step({ ...waiting(task), state: 'failed' }, [{ type: 'fail-job', error }]);
}

function waiting(task: Task): Task {
  return { ...without(without(without(task, 'running'), 'twin'), 'output'), state: 'waiting' };
}

function without(task: Task, key: 'running' | 'twin' | 'output'): Task {
  const rest: { -readonly [Key in keyof Task]: Task[Key] } = { ...task };
  delete rest[key];
  return rest;
}

function othersThan(task: Task, attempt: number): readonly Attempt[] {
  return attemptsUnderWay(task).filter(({ number }) => number !== attempt);
}

function stop(attempts: readonly Attempt[]): readonly TaskEffect[] {
  return attempts.map(({ number, executor }) => ({ type: 'stop-attempt', attempt: number, executor }));
}

function dropExchange({ output }: Task): readonly TaskEffect[] {
  return output && !output.inline ? [{ type: 'drop-exchange', attempt: output.attempt, executor: output.executor }] : [];
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
