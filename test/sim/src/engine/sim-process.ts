import type { Clock } from '@arbalest/spi';
import type { VirtualTime } from './virtual-time.js';

/** 2023-11-14, so that wall time looks like one. */
const EPOCH = 1_700_000_000_000;

/** What outlives the processes on it. */
export interface Machine {
  /** Milliseconds by which its wall clock is wrong. */
  wallOffset: number;
}

/**
 * One life of a process: what happens to it, happens through here, so a dead one does nothing more and a stopped one (SIGSTOP) nothing until it is resumed. What
 * a dead process still awaits is never settled.
 */
export class SimProcess {
  isAlive = true;
  isStopped = false;
  readonly clock: Clock;
  private late: (() => void)[] = [];
  private readonly onDeath = new Set<() => void>();
  private countdown = 0;
  private onCountdown: (() => void) | undefined;

  /** @param name of the machine's service, the same for each of its lives, e.g. `scheduler1` */
  constructor(
    readonly name: string,
    private readonly time: VirtualTime,
    readonly machine: Machine = { wallOffset: 0 },
  ) {
    this.clock = {
      now: () => EPOCH + Math.floor(time.now) + this.machine.wallOffset,
      monotonic: () => time.now,
      schedule: (ms, callback) => time.schedule(ms, this, callback),
    };
  }

  /** kill -9 */
  kill(): void {
    if (!this.isAlive) return;
    this.isAlive = false;
    this.late = [];
    for (const tell of this.onDeath) tell();
    this.onDeath.clear();
  }

  stop(): void {
    this.isStopped = true;
  }

  /** Everything that came meanwhile happens now, in the order in which it came. */
  resume(): void {
    this.isStopped = false;
    for (const callback of this.late.splice(0)) this.time.schedule(0, this, callback);
  }

  whenResumed(callback: () => void): void {
    this.late.push(callback);
  }

  /** Called at once when it is killed. @returns takes it back */
  whenDead(tell: () => void): () => void {
    this.onDeath.add(tell);
    return () => this.onDeath.delete(tell);
  }

  /** `strike` comes right after the `events`th event from now: so anything that is awaited can be what a fault comes in between. */
  strikeAfter(events: number, strike: () => void): void {
    this.countdown = events;
    this.onCountdown = strike;
  }

  onEvent(): void {
    if (this.onCountdown && --this.countdown <= 0) {
      const strike = this.onCountdown;
      this.onCountdown = undefined;
      this.time.schedule(0, undefined, strike);
    }
  }
}
