import type { ArbalestError, Clock } from '@arbalest/spi';
import type { Fence } from '../state/fence.js';
import { notLeader } from '../state/not-leader.js';
import { LEADER_KEY } from './leader-records.js';

export interface TermOptions {
  readonly clock: Clock;
  readonly revision: bigint;
  /** Whether the lease can be trusted at this monotonic time. */
  readonly trusted: (at: number) => boolean;
  /** Called once, when it cannot any more and nobody has said so yet. */
  readonly broken: (cause: unknown) => void;
  /** Address of the scheduler that leads, where it is known. */
  readonly leader: () => string | undefined;
}

/** One leadership of one scheduler, from its election until it steps down. */
export class Term implements Fence {
  readonly condition: Fence['condition'];
  private over = false;

  constructor(private readonly options: TermOptions) {
    this.condition = { kind: 'created-at', key: LEADER_KEY, revision: options.revision };
  }

  /** As executors compare it. Revisions of a store stay far below 2^53. */
  get number(): number {
    return Number(this.options.revision);
  }

  holds(): boolean {
    const { clock, trusted } = this.options;
    if (!this.over && !trusted(clock.monotonic())) this.broken(undefined);
    return !this.over;
  }

  broken(cause: unknown): void {
    if (this.over) return;
    this.over = true;
    this.options.broken(cause);
  }

  /** The leadership has stepped down by itself. */
  end(): void {
    this.over = true;
  }

  refusal(cause?: unknown): ArbalestError {
    return notLeader(this.options.leader(), cause);
  }
}
