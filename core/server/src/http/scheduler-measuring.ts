import type { SchedulerObserver, SchedulerService } from '@arbalest/scheduler';
import type { StateStore } from '@arbalest/spi';

export type MeasuredScheduler = Pick<SchedulerService, 'figures'>;

/** Where a scheduler is put together, and measured from the outside. */
export interface SchedulerMeasuring {
  readonly observer: SchedulerObserver;
  /** The store that it keeps its state in, measured. */
  measured(store: StateStore): StateStore;
  /** It leads from now on, with this service. @param term 0 where no other can lead */
  began(service: MeasuredScheduler, term: number): void;
}
