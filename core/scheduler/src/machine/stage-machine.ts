import { type Step, step } from './step.js';
import type { Task } from './task.js';
import { readableAttempt } from './task-machine.js';

/**
 * A stage as a whole: how far its tasks are, counted, so that an event costs the same for ten tasks and for a hundred thousand.
 *
 *     blocked ──inputs-ready──► preparing ──prepared──► open ──all tasks finished──► finished
 *                                                         ▲                             │
 *                                                         └── a task's output was lost ─┘
 *     any ──cancel──► cancelled
 *
 * `preparing` is the time in which its tables are cut into splits.
 */
export interface StageState {
  readonly state: 'blocked' | 'preparing' | 'open' | 'finished' | 'cancelled';
  readonly tasks: number;
  readonly running: number;
  readonly finished: number;
  /** Tasks whose output may be read: finished and kept, or being written. */
  readonly readable: number;
  /** Tasks that have finished and whose output is kept. */
  readonly stored: number;
  /** It has been `finished` before; its sizes are known. */
  readonly measured: boolean;
}

export type StageEvent =
  | { readonly type: 'inputs-ready' }
  | { readonly type: 'prepared' }
  /** One of its tasks made a transition. */
  | { readonly type: 'task-moved'; readonly before: Task; readonly after: Task }
  | { readonly type: 'cancel' };

export type StageEffect =
  | { readonly type: 'prepare' }
  | { readonly type: 'opened' }
  /** All tasks have finished; `first` when it is for the first time. */
  | { readonly type: 'finished'; readonly first: boolean };

export function newStage(tasks: number): StageState {
  return { state: 'blocked', tasks, running: 0, finished: 0, readable: 0, stored: 0, measured: false };
}

/** After its tasks were put into the states in which another scheduler left them. */
export function restoredStage(stage: StageState, { begun, measured }: { readonly begun: boolean; readonly measured: boolean }): StageState {
  if (!begun) return stage;
  const finished = measured && stage.finished === stage.tasks;
  return { ...stage, measured, state: finished ? 'finished' : 'open' };
}

export function onStageEvent(stage: StageState, event: StageEvent): Step<StageState, StageEffect> {
  switch (event.type) {
    case 'inputs-ready':
      return stage.state === 'blocked' ? step({ ...stage, state: 'preparing' }, [{ type: 'prepare' }]) : step(stage);
    case 'prepared':
      return stage.state === 'preparing' ? step({ ...stage, state: 'open' }, [{ type: 'opened' }]) : step(stage);
    case 'task-moved':
      return afterTask(recount(stage, event.before, event.after));
    case 'cancel':
      return stage.state === 'finished' ? step(stage) : step({ ...stage, state: 'cancelled' });
  }
}

function afterTask(stage: StageState): Step<StageState, StageEffect> {
  if (stage.state === 'open' && stage.finished === stage.tasks) {
    return step({ ...stage, state: 'finished', measured: true }, [{ type: 'finished', first: !stage.measured }]);
  }
  if (stage.state === 'finished' && stage.finished < stage.tasks) return step({ ...stage, state: 'open' });
  return step(stage);
}

function recount(stage: StageState, before: Task, after: Task): StageState {
  return {
    ...stage,
    running: stage.running + difference(before, after, (task) => task.state === 'running'),
    finished: stage.finished + difference(before, after, (task) => task.state === 'finished'),
    readable: stage.readable + difference(before, after, (task) => readableAttempt(task) !== undefined),
    stored: stage.stored + difference(before, after, (task) => task.output !== undefined),
  };
}

function difference(before: Task, after: Task, is: (task: Task) => boolean): number {
  return Number(is(after)) - Number(is(before));
}
