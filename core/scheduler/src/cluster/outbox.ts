import type { ExchangeId, LaunchTask, SchedulerMessage, StageFragment, TaskRefMessage } from '../messages.js';

/** What one executor is to be told, gathered until the end of the tick and then sent as one message. */
export class Outbox {
  private fragments: StageFragment[] = [];
  private launches: LaunchTask[] = [];
  private cancels: TaskRefMessage[] = [];
  private drops: ExchangeId[] = [];
  private forgetJobs: string[] = [];
  private beat = false;
  private drains = false;
  private filled = false;

  launch(launch: LaunchTask, fragment: StageFragment | undefined): void {
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

  /** Empties it. Undefined when there is nothing to say. */
  take(): SchedulerMessage | undefined {
    if (!this.filled) return undefined;
    const { fragments, launches, cancels, drops, forgetJobs, beat, drains } = this;
    this.fragments = [];
    this.launches = [];
    this.cancels = [];
    this.drops = [];
    this.forgetJobs = [];
    this.beat = false;
    this.drains = false;
    this.filled = false;
    return { fragments, launches, cancels, drops, forgetJobs, beat, ...(drains ? { drain: true } : {}) };
  }
}
