import type { Clock } from '@arbalest/spi';
import type { Task } from '../machine/task.js';
import type { AttemptReason, SchedulerObserver } from '../observation/scheduler-observer.js';
import type { AttemptRef } from '../run/exchange-name.js';
import type { GraphRun } from '../run/graph-run.js';
import type { StageRun } from '../run/stage-run.js';
import type { ExecutorRecord } from './executor-record.js';
import { nextJob, type QueuedJob } from './fair-order.js';
import type { LaunchMessages } from './launch-message.js';
import { choosePlace, homeOf } from './placement.js';
import { type RunSeat, RunSeats } from './run-seats.js';
import { slowTasks } from './slow-tasks.js';

/** Waiting tasks that are looked at for one that is at home where there is room. */
const LOOK_AHEAD = 64;
/** How long a task waits for room elsewhere rather than start again where it failed; twice as long after each failure. */
const AVOID_MS = 2000;

/** A job in the queue, with its stages that have something to launch. */
class QueuedGraph implements QueuedJob {
  readonly job: string;
  readonly session: string;
  readonly weight: number;
  readonly sessionTasks: number;

  constructor(
    readonly graph: GraphRun,
    readonly runs: readonly StageRun[],
  ) {
    const { job, session, weight, sessionTasks } = graph.spec;
    this.job = job;
    this.session = session;
    this.weight = weight;
    this.sessionTasks = sessionTasks;
  }

  get running(): number {
    return this.graph.running;
  }
}

/** A place for one task. */
interface Place {
  readonly run: StageRun;
  readonly task: number;
  readonly on: ExecutorRecord;
}

/** The executors that a pass may use, and the ids of all in order. */
class Room {
  private readonly seats = new Map<StageRun, RunSeats>();

  constructor(
    readonly executors: readonly ExecutorRecord[],
    readonly ids: readonly string[],
  ) {}

  get isFull(): boolean {
    return !this.executors.some((executor) => executor.freeSlots > 0);
  }

  for(run: StageRun): RunSeats {
    let seats = this.seats.get(run);
    if (!seats) this.seats.set(run, (seats = new RunSeats(this.executors, run)));
    return seats;
  }
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
    private readonly observer: SchedulerObserver,
  ) {}

  /** @param graphs of running jobs, oldest first */
  launchAll(graphs: readonly GraphRun[], executors: readonly ExecutorRecord[]): void {
    const ids = executors.map((executor) => executor.id).toSorted();
    const reserved = this.launchAlone(graphs, executors);
    const room = new Room(
      executors.filter((executor) => !reserved.has(executor)),
      ids,
    );
    this.launchKind(graphs, room, false);
    this.launchKind(graphs, room, true);
    this.launchTwins(graphs, room);
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
          if (run.tasks[task]!.notBefore > this.clock.monotonic()) continue;
          const able = executors.filter((executor) => !reserved.has(executor) && executor.canCall(run.sources));
          const on = nearestToIdle(able.filter(({ id }) => id !== this.avoided(run.tasks[task]!))) ?? nearestToIdle(able);
          if (!on) break;
          if (on.slotsUsed === 0) this.launch(graph, { run, task, on }, on.slots);
          else reserved.add(on);
        }
      }
    }
    return reserved;
  }

  private launchKind(graphs: readonly GraphRun[], room: Room, openInputs: boolean): void {
    let queue = graphs
      .map(
        (graph) =>
          new QueuedGraph(
            graph,
            this.launchable(graph, (run) => run.waiting.size > 0 && graph.readsOpenInputs(run) === openInputs),
          ),
      )
      .filter(({ runs }) => runs.length > 0);
    const load = sessionLoad(graphs);
    while (queue.length > 0 && !room.isFull) {
      const next = nextJob(queue, load);
      if (!next) break;
      if (next.runs.some((run) => this.launchOne(next.graph, run, room))) load.set(next.session, (load.get(next.session) ?? 0) + 1);
      else queue = queue.filter((other) => other !== next);
    }
  }

  /** What is left of the room goes to second attempts of slow tasks. */
  private launchTwins(graphs: readonly GraphRun[], room: Room): void {
    const now = this.clock.monotonic();
    for (const graph of graphs) {
      for (const run of graph.stages()) {
        for (const task of slowTasks(graph, run, now)) {
          if (room.isFull || isAtLimit(graph, graphs)) return;
          const slow = run.tasks[task]!.running!.executor;
          const place = this.placeOf(graph, run, task, { seats: room.for(run).all.filter(({ id }) => id !== slow), ids: room.ids });
          if (place) this.launch(graph, place, 1, 'twin');
        }
      }
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

  private placeFor(graph: GraphRun, run: StageRun, room: Room): Place | undefined {
    const seats = room.for(run);
    const task = this.nextTask(run, room.ids, seats);
    return task === undefined ? undefined : this.placeOf(graph, run, task, { seats: seats.all, ids: room.ids });
  }

  private placeOf(
    graph: GraphRun,
    run: StageRun,
    task: number,
    { seats, ids }: { readonly seats: readonly RunSeat[]; readonly ids: readonly string[] },
  ): Place | undefined {
    const { avoid } = run.tasks[task]!;
    const seat = choosePlace(seats, { home: homeOf(task, run.tasks.length, ids), avoid, inputBytes: inputBytes(graph, run, task) });
    return seat && { run, task, on: seat.executor };
  }

  /** The first that may start now, or one close behind it that is at home where there is room. */
  private nextTask(run: StageRun, ids: readonly string[], seats: RunSeats): number | undefined {
    const now = this.clock.monotonic();
    let first: number | undefined;
    let looked = 0;
    for (const task of run.waiting) {
      if (looked++ >= LOOK_AHEAD && first !== undefined) break;
      if (run.tasks[task]!.notBefore > now || !this.hasRoom(run.tasks[task]!, seats)) continue;
      if (seats.isFree(homeOf(task, run.tasks.length, ids))) return task;
      first ??= task;
    }
    return first;
  }

  /** There is room for it, and not only where it failed; unless nobody else will have any. */
  private hasRoom(task: Task, seats: RunSeats): boolean {
    const avoided = this.avoided(task);
    if (seats.hasRoomBeside(avoided)) return true;
    return seats.isFree(avoided) && seats.isOnly(avoided!);
  }

  /** Where it failed last, until it has waited for another place for long enough: what is wrong there may be wrong for the next seconds too. */
  private avoided({ avoid, notBefore, failures }: Task): string | undefined {
    return this.clock.monotonic() < notBefore + AVOID_MS * 2 ** Math.max(0, failures - 1) ? avoid : undefined;
  }

  private launch(graph: GraphRun, { run, task, on }: Place, slots: number, type: 'assign' | 'twin' = 'assign'): void {
    const at = this.clock.monotonic();
    this.observer.attemptBegan(run.stage.fragment.kind, type === 'twin' ? 'twin' : reasonOf(graph, run.tasks[task]!));
    graph.onTask(run.id, task, { type, executor: on.id, at });
    const ref: AttemptRef = { job: graph.spec.job, stage: run.id, task, attempt: run.tasks[task]!.attempts };
    on.hold(ref, slots);
    run.ranOn[task] = on.id;
    run.startedAt ??= at;
    const fragment = run.sentTo.has(on.id) ? undefined : this.messages.fragment(graph, run);
    run.sentTo.add(on.id);
    on.outbox.launch(this.messages.launch(graph, run, ref, on), fragment);
  }
}

function reasonOf({ spec }: GraphRun, { attempts }: Task): AttemptReason {
  return attempts === (spec.attemptsBefore ?? 0) ? 'first' : 'retry';
}

function isAtLimit({ spec }: GraphRun, graphs: readonly GraphRun[]): boolean {
  return spec.sessionTasks > 0 && (sessionLoad(graphs).get(spec.session) ?? 0) >= spec.sessionTasks;
}

function nearestToIdle(executors: readonly ExecutorRecord[]): ExecutorRecord | undefined {
  return executors.toSorted((a, b) => a.slotsUsed - b.slotsUsed || b.memoryBytes - a.memoryBytes)[0];
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

function sessionLoad(graphs: readonly GraphRun[]): Map<string, number> {
  const load = new Map<string, number>();
  for (const { spec, running } of graphs) load.set(spec.session, (load.get(spec.session) ?? 0) + running);
  return load;
}
