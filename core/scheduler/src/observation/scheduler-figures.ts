import type { GraphRun } from '../run/graph-run.js';

/** What a scheduler has at this moment. Put together when it is asked for. */
export interface SchedulerFigures {
  readonly sessions: number;
  /** Jobs that have not ended, by state. */
  readonly jobs: Readonly<Record<'planning' | 'running', number>>;
  readonly stages: readonly StageFigures[];
  readonly executors: readonly ExecutorFigures[];
}

/** Tasks of all stages of one kind, of all running jobs. */
export interface StageFigures {
  /** Kind of the stages' last operator. */
  readonly stage: string;
  /** For their inputs, or for room. */
  readonly waiting: number;
  readonly running: number;
}

export interface ExecutorFigures {
  readonly executor: string;
  readonly state: string;
  readonly slots: number;
  readonly slotsUsed: number;
  readonly memoryBytes: number;
  readonly memoryUsedBytes: number;
}

export function stageFigures(graphs: Iterable<GraphRun>): readonly StageFigures[] {
  const byKind = new Map<string, StageFigures>();
  for (const graph of graphs) {
    for (const { stage, waiting, waitingAlone, underWay } of graph.stages()) {
      const { kind } = stage.fragment;
      const before = byKind.get(kind) ?? { stage: kind, waiting: 0, running: 0 };
      byKind.set(kind, {
        stage: kind,
        waiting: before.waiting + waiting.size + waitingAlone.size,
        running: before.running + underWay.size,
      });
    }
  }
  return [...byKind.values()];
}

/** Kinds of the stages of attempts under way on those executors, once for each attempt. */
export function* kindsUnderWay(graph: GraphRun, on: (executor: string) => boolean): Iterable<string> {
  for (const { runningOn, stage } of graph.stages()) {
    for (const [executor, attempts] of runningOn) {
      if (on(executor)) for (let i = 0; i < attempts; i++) yield stage.fragment.kind;
    }
  }
}
