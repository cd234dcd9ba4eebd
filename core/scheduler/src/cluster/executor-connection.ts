import type { ExecutorMessage, SchedulerMessage } from '../messages.js';

/** One life of the stream between a scheduler and an executor, as the scheduler sees it. */
export interface ExecutorConnection {
  /** Never blocks and never throws; what is sent after the connection has ended is lost. */
  send(message: SchedulerMessage): void;
  /** Iterated once. Ends or throws when the stream is over, for whatever reason. */
  readonly messages: AsyncIterable<ExecutorMessage>;
  /** Ends the stream from this side. May be called more than once. */
  close(): void;
}
