import type { arbalest } from '@arbalest/proto';

/** One life of the stream between an executor and its scheduler, as the executor sees it. */
export interface ControlChannel {
  /** Never blocks and never throws; what is sent after the channel has ended is lost. */
  send(message: arbalest.scheduler.v1.IExecutorMessage): void;
  /** Iterated once. Ends or throws when the stream is over, for whatever reason. */
  readonly messages: AsyncIterable<arbalest.scheduler.v1.ISchedulerMessage>;
  /** Ends the stream from this side. May be called more than once. */
  close(): void;
}

/**
 * Opens a channel; called again after each loss. Rejects when there is no scheduler now. The signal ends the attempt, not the channel that came
 * of it. The scheduler is one of the addresses that `ExecutorNode.run` was given, or one that a scheduler has named.
 */
export type ConnectControl = (signal: AbortSignal, scheduler: string) => Promise<ControlChannel>;
