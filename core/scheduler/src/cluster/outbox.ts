import type { ExchangeId, LaunchTask, SchedulerMessage, StageFragment, TaskRefMessage } from '../messages.js';

/** What one executor is to be told, gathered until the end of the tick and then sent, as one message where that says the same. */
export class Outbox {
  /** Messages to which nothing can be added. */
  private closed: SchedulerMessage[] = [];
  private fragments: StageFragment[] = [];
  private launches: LaunchTask[] = [];
  private cancels: TaskRefMessage[] = [];
  private drops: ExchangeId[] = [];
  private forgetJobs: string[] = [];
  private beat = false;
  private drains = false;
  private filled = false;

  launch(launch: LaunchTask, fragment: StageFragment | undefined): void {
    // What a message forgets, it forgets last: this would go with it.
    if (this.forgetJobs.includes(launch.ref!.job!)) this.closeMessage();
    if (fragment) this.fragments.push(fragment);
    this.launches.push(launch);
    this.filled = true;
  }

  cancel(ref: TaskRefMessage): void {
    this.cancels.push(ref);
    this.filled = true;
  }

  drop(exchange: ExchangeId): void {
    this.drops.push(exchange);
    this.filled = true;
  }

  forget(job: string): void {
    this.forgetJobs.push(job);
    this.filled = true;
  }

  /** The executor is to leave. */
  drain(): void {
    this.drains = true;
    this.filled = true;
  }

  alive(): void {
    this.beat = true;
    this.filled = true;
  }

  /** Empties it. @returns nothing when there is nothing to say */
  take(): readonly SchedulerMessage[] {
    this.closeMessage();
    const { closed } = this;
    this.closed = [];
    return closed;
  }

  private closeMessage(): void {
    if (!this.filled) return;
    const { fragments, launches, cancels, drops, forgetJobs, beat, drains } = this;
    this.fragments = [];
    this.launches = [];
    this.cancels = [];
    this.drops = [];
    this.forgetJobs = [];
    this.beat = false;
    this.drains = false;
    this.filled = false;
    this.closed.push({ fragments, launches, cancels, drops, forgetJobs, beat, ...(drains ? { drain: true } : {}) });
  }
}
