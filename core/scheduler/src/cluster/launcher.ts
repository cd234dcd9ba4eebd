import type { Clock } from '@arbalest/spi';
import type { AttemptRef } from '../run/exchange-name.js';
import type { GraphRun } from '../run/graph-run.js';
import type { StageRun } from '../run/stage-run.js';
import type { ExecutorRecord } from './executor-record.js';
import { nextJob, type QueuedJob } from './fair-order.js';
import type { LaunchMessages } from './launch-message.js';
import { choosePlace, homeOf, type Seat } from './placement.js';

/** Waiting tasks that are looked at for one that is at home where there is room. */
const LOOK_AHEAD = 64;

interface QueuedGraph extends QueuedJob {
  readonly graph: GraphRun;
}

/** A place for one task. */
interface Place {
  readonly run: StageRun;
  readonly task: number;
  readonly on: ExecutorRecord;
}

/** The executors that a pass may use, and their ids in order. */
interface Room {
  readonly executors: readonly ExecutorRecord[];
  readonly ids: readonly string[];
}

/**
 * Brings waiting tasks and free slots together. Called when either may have become more; never waits.
 *
 * Tasks that read finished inputs go first, in all jobs: what would wait in its slot for others' output only takes slots that nobody else can use.
 * A producer therefore never waits for a slot that its own reader holds.
 */
export class TaskLauncher {
  constructor(
    private readonly clock: Clock,
    private readonly messages: LaunchMessages,
  ) {}

  /** @param graphs of running jobs, oldest first */
  launchAll(graphs: readonly GraphRun[], executors: readonly ExecutorRecord[]): void {
    const ids = executors.map((executor) => executor.id).toSorted();
    const reserved = this.launchAlone(graphs, executors);
    const room: Room = { executors: executors.filter((executor) => !reserved.has(executor)), ids };
    this.launchKind(graphs, room, false);
    this.launchKind(graphs, room, true);
  }

  /** A stage of the graph that could go on, if only there were an executor that can run it. */
  starving(graph: GraphRun, executors: readonly ExecutorRecord[]): StageRun | undefined {
    if (executors.length > 0 && graph.spec.functions.length + graph.spec.sources.length === 0) return undefined;
    const waiting = this.launchable(graph, (run) => run.waiting.size + run.waitingAlone.size > 0);
    return waiting.find((run) => !executors.some((executor) => executor.canCall(run.sources)));
  }

  /** @returns executors that take nothing new, so that they become idle for a task that wants to be alone */
  private launchAlone(graphs: readonly GraphRun[], executors: readonly ExecutorRecord[]): ReadonlySet<ExecutorRecord> {
    const reserved = new Set<ExecutorRecord>();
    for (const graph of graphs) {
      for (const run of this.launchable(graph, (run) => run.waitingAlone.size > 0)) {
        for (const task of [...run.waitingAlone]) {
          const on = nearestToIdle(executors.filter((executor) => !reserved.has(executor) && executor.canCall(run.sources)));
          if (!on) break;
          if (on.slotsUsed === 0) this.launch(graph, { run, task, on }, on.slots);
          else reserved.add(on);
        }
      }
    }
    return reserved;
  }

  private launchKind(graphs: readonly GraphRun[], room: Room, openInputs: boolean): void {
    const wanted = (graph: GraphRun, run: StageRun): boolean => run.waiting.size > 0 && graph.readsOpenInputs(run) === openInputs;
    let candidates = graphs.filter((graph) => this.launchable(graph, (run) => wanted(graph, run)).length > 0);
    while (candidates.length > 0 && room.executors.some((executor) => executor.freeSlots > 0)) {
      const next = nextJob(candidates.map(queued), sessionLoad(graphs))?.graph;
      if (!next) break;
      const runs = this.launchable(next, (run) => wanted(next, run));
      if (!runs.some((run) => this.launchOne(next, run, room))) candidates = candidates.filter((graph) => graph !== next);
    }
  }

  /** @returns whether a task was launched */
  private launchOne(graph: GraphRun, run: StageRun, room: Room): boolean {
    const place = this.placeFor(graph, run, room);
    if (place) this.launch(graph, place, 1);
    return place !== undefined;
  }

  private launchable(graph: GraphRun, wanted: (run: StageRun) => boolean): readonly StageRun[] {
    return graph.stages().filter((run) => run.state.state === 'open' && wanted(run) && graph.hasInputs(run));
  }

  private placeFor(graph: GraphRun, run: StageRun, { executors, ids }: Room): Place | undefined {
    const able = run.sources.size === 0 ? executors : executors.filter((executor) => executor.canCall(run.sources));
    const seats = able.map((executor): Seat => seatOf(executor, run));
    const task = this.nextTask(run, ids, seats);
    if (task === undefined) return undefined;
    const { avoid } = run.tasks[task]!;
    const id = choosePlace(seats, { home: homeOf(task, run.tasks.length, ids), avoid, inputBytes: inputBytes(graph, run, task) });
    const on = executors.find((executor) => executor.id === id);
    return on && { run, task, on };
  }

  /** The first that may start now, or one close behind it that is at home where there is room. */
  private nextTask(run: StageRun, ids: readonly string[], seats: readonly Seat[]): number | undefined {
    const free = new Set(seats.filter((seat) => seat.freeSlots > 0).map((seat) => seat.id));
    const now = this.clock.monotonic();
    let first: number | undefined;
    let looked = 0;
    for (const task of run.waiting) {
      if (looked++ >= LOOK_AHEAD && first !== undefined) break;
      if (run.tasks[task]!.notBefore > now) continue;
      if (free.has(homeOf(task, run.tasks.length, ids) ?? '')) return task;
      first ??= task;
    }
    return first;
  }

  private launch(graph: GraphRun, { run, task, on }: Place, slots: number): void {
    const { alone } = run.tasks[task]!;
    graph.onTask(run.id, task, { type: 'assign', executor: on.id });
    const ref: AttemptRef = { job: graph.spec.job, stage: run.id, task, attempt: run.tasks[task]!.attempts };
    on.hold(ref, slots);
    run.ranOn[task] = on.id;
    run.startedAt ??= this.clock.monotonic();
    const fragment = run.sentTo.has(on.id) ? undefined : this.messages.fragment(graph, run);
    run.sentTo.add(on.id);
    on.outbox.launch(this.messages.launch(graph, run, ref, on, alone), fragment);
  }
}

function nearestToIdle(executors: readonly ExecutorRecord[]): ExecutorRecord | undefined {
  return executors.toSorted((a, b) => a.slotsUsed - b.slotsUsed || b.memoryBytes - a.memoryBytes)[0];
}

function seatOf(executor: ExecutorRecord, run: StageRun): Seat {
  return { id: executor.id, freeSlots: executor.freeSlots, slots: executor.slots, sameStage: run.runningOn.get(executor.id) ?? 0 };
}

/** Above this, adding up where a task's input lies costs more than it gains. */
const COUNTED_PRODUCERS = 1000;

function inputBytes(graph: GraphRun, run: StageRun, task: number): ReadonlyMap<string, number> {
  const bytes = new Map<string, number>();
  for (const { stage, read } of run.stage.inputs) {
    const { tasks } = graph.producer(stage);
    if (tasks.length > COUNTED_PRODUCERS) continue;
    for (const { output } of tasks) {
      if (!output) continue;
      const here = read === 'partition' ? (output.bytes[task] ?? 0) : output.bytes.reduce((sum, value) => sum + value, 0);
      bytes.set(output.executor, (bytes.get(output.executor) ?? 0) + here);
    }
  }
  return bytes;
}

function queued(graph: GraphRun): QueuedGraph {
  const { job, session, weight, sessionTasks } = graph.spec;
  return { job, session, weight, sessionTasks, running: graph.running, graph };
}

function sessionLoad(graphs: readonly GraphRun[]): ReadonlyMap<string, number> {
  const load = new Map<string, number>();
  for (const { spec, running } of graphs) load.set(spec.session, (load.get(spec.session) ?? 0) + running);
  return load;
}
