import type { Clock } from '@arbalest/spi';
import { type AttemptRef, attemptName } from '../run/exchange-name.js';
import type { Journal } from '../state/journal.js';
import type { ExecutorRegistry } from './executor-registry.js';
import type { Wakes } from './wakes.js';

/** An attempt that was told to stop and does not say so is given up after this; its slot is free then. */
const STOP_MS = 15_000;

/**
 * What executors are told besides tasks to run. What cannot be taken back is told once that it came to this is kept, and not at all by a scheduler that does not
 * lead any more.
 */
export class Orders {
  constructor(
    private readonly options: { readonly clock: Clock; readonly journal: Journal },
    private readonly registry: ExecutorRegistry,
    private readonly wakes: Wakes,
  ) {}

  stop(executor: string, ref: AttemptRef): void {
    const record = this.registry.get(executor);
    record?.stopping(attemptName(ref), this.stopBy());
    record?.outbox.cancel(ref);
    this.wakes.now();
  }

  /** The output goes. */
  drop(executor: string, ref: AttemptRef): void {
    this.onceKept(() => this.registry.get(executor)?.outbox.drop(ref));
  }

  /** Everything of the job goes, what still runs too. */
  forget(job: string): void {
    this.onceKept(() => {
      const by = this.stopBy();
      for (const record of this.registry.list()) {
        for (const name of record.heldBy(job)) record.stopping(name, by);
        record.outbox.forget(job);
      }
    });
  }

  private stopBy(): number {
    return this.options.clock.monotonic() + STOP_MS;
  }

  private onceKept(tell: () => void): void {
    const { journal } = this.options;
    const told = (): void => {
      tell();
      this.wakes.now();
    };
    if (journal.isKept) told();
    else journal.keptEventually().then(told, () => undefined);
  }
}
