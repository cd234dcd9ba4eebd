/** What placing has to know of an executor. */
export interface Seat {
  readonly id: string;
  readonly freeSlots: number;
  readonly slots: number;
  /** Tasks of the same stage that run there. */
  readonly sameStage: number;
}

export interface PlacementWishes {
  /** Where the task's splits were read last time, or would be by everybody's turn: its page cache is warm. */
  readonly home: string | undefined;
  /** Where it failed. */
  readonly avoid: string | undefined;
  /** Bytes of the task's input by executor. */
  readonly inputBytes: ReadonlyMap<string, number>;
}

/** Fewer bytes than this are not worth a place that is busier. */
const WORTH_MOVING = 1024 * 1024;

/**
 * The seat for a task, among those with a free slot: not where it failed; where the stage's other tasks are fewest, so that a stage spreads over the
 * cluster; where most of its input lies; where it is at home; where load is least. Undefined when no seat is free.
 */
export function choosePlace<S extends Seat>(seats: readonly S[], wishes: PlacementWishes): S | undefined {
  let best: S | undefined;
  let avoided: S | undefined;
  for (const seat of seats) {
    if (seat.freeSlots === 0) continue;
    if (seat.id === wishes.avoid) avoided = seat;
    else if (!best || isBetter(seat, best, wishes)) best = seat;
  }
  return best ?? avoided;
}

function isBetter(a: Seat, b: Seat, { home, inputBytes }: PlacementWishes): boolean {
  if (a.sameStage !== b.sameStage) return a.sameStage < b.sameStage;
  const moved = (inputBytes.get(a.id) ?? 0) - (inputBytes.get(b.id) ?? 0);
  if (Math.abs(moved) >= WORTH_MOVING) return moved > 0;
  if (a.id === home || b.id === home) return a.id === home;
  const load = load01(a) - load01(b);
  if (load !== 0) return load < 0;
  return moved > 0;
}

function load01({ slots, freeSlots }: Seat): number {
  return (slots - freeSlots) / slots;
}

/** Everybody's turn: task i of n is at home at one place among the sorted executors, the same for every statement over the same splits. */
export function homeOf(task: number, tasks: number, executors: readonly string[]): string | undefined {
  return executors[Math.floor((task * executors.length) / tasks)];
}
