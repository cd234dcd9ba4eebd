import type { StageRun } from '../run/stage-run.js';
import type { ExecutorRecord } from './executor-record.js';
import type { Seat } from './placement.js';

/** An executor as a place for tasks of one stage. What it has free is what it has free now, so that one serves for all launches of a pass. */
export class RunSeat implements Seat {
  readonly id: string;
  readonly slots: number;

  constructor(
    readonly executor: ExecutorRecord,
    private readonly run: StageRun,
  ) {
    this.id = executor.id;
    this.slots = executor.slots;
  }

  get freeSlots(): number {
    return this.executor.freeSlots;
  }

  get sameStage(): number {
    return this.run.runningOn.get(this.id) ?? 0;
  }
}

/** The executors that can run tasks of one stage, during one pass. */
export class RunSeats {
  readonly all: readonly RunSeat[];
  private readonly byId: ReadonlyMap<string, RunSeat>;

  constructor(executors: readonly ExecutorRecord[], run: StageRun) {
    const able = run.sources.size === 0 ? executors : executors.filter((executor) => executor.canCall(run.sources));
    this.all = able.map((executor) => new RunSeat(executor, run));
    this.byId = new Map(this.all.map((seat) => [seat.id, seat]));
  }

  isFree(executor: string | undefined): boolean {
    return executor !== undefined && (this.byId.get(executor)?.freeSlots ?? 0) > 0;
  }

  /** Somebody has room, other than the one named. */
  hasRoomBeside(executor: string | undefined): boolean {
    return this.all.some((seat) => seat.id !== executor && seat.freeSlots > 0);
  }

  /** There is nobody else, with room or without. */
  isOnly(executor: string): boolean {
    return this.all.every(({ id }) => id === executor);
  }
}
