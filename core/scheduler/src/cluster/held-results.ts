import type { Clock } from '@arbalest/spi';
import type { Task } from '../machine/task.js';
import type { ExchangeSource } from '../messages.js';
import type { ExecutorRegistry } from './executor-registry.js';
import type { ExecutorWaits } from './executor-waits.js';
import type { LaunchMessages } from './launch-message.js';

export interface HeldResultsParts {
  readonly clock: Clock;
  readonly registry: ExecutorRegistry;
  readonly waits: ExecutorWaits;
  readonly messages: LaunchMessages;
  /** How long executors of which another scheduler knew may take to come. */
  readonly takeoverGraceMs: number;
  /** Its executors have to forget the job. */
  readonly drop: (job: string) => void;
}

/** Results that lie on executors until the client has read them, or their time is over. */
export class HeldResults {
  private readonly timers = new Map<string, () => void>();

  constructor(private readonly parts: HeldResultsParts) {}

  has(job: string): boolean {
    return this.timers.has(job);
  }

  hold(job: string, ttlMs: number): void {
    this.timers.get(job)?.();
    this.timers.set(
      job,
      this.parts.clock.schedule(ttlMs, () => this.release(job)),
    );
  }

  /** One of another scheduler, on executors that will come to this one if they live. */
  takeOver(job: string, executors: readonly string[], ttlMs: number): void {
    const { registry, takeoverGraceMs } = this.parts;
    for (const executor of executors) registry.expect(executor, takeoverGraceMs);
    this.hold(job, ttlMs);
  }

  /**
   * Whether the executor is connected; where it is expected to come, once it has come or is lost.
   *
   * @throws transient error `SCHEDULER_STOPPED`
   */
  async isThere(executor: string, signal: AbortSignal): Promise<boolean> {
    const { registry, waits } = this.parts;
    while (registry.detached().has(executor) && !signal.aborted) await waits.change(signal);
    return registry.get(executor) !== undefined;
  }

  /** Where a task's output lies, of a result that was taken over. */
  source(job: string, stage: number, task: Task): ExchangeSource {
    return this.parts.messages.locate(job, stage, task, []);
  }

  /** Nothing happens when it was released before. */
  release(job: string): void {
    const cancel = this.timers.get(job);
    if (!cancel) return;
    cancel();
    this.timers.delete(job);
    this.parts.drop(job);
  }

  /** Forgets them without a word. */
  close(): void {
    for (const cancel of this.timers.values()) cancel();
    this.timers.clear();
  }

  releaseAll(): void {
    for (const job of [...this.timers.keys()]) this.release(job);
  }
}
