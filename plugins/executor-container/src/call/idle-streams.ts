import { cancelledError } from '@arbalest/spi';
import type { FunctionServer } from '../server/function-server.js';
import type { BatchStream, Calls } from './calls.js';

/** How long a stream is kept for calls that come next. Short, since a server that is told to stop waits for streams that are open. */
const KEPT_MS = 5000;
const MOST_STREAMS = 32;

interface IdleStream {
  readonly stream: BatchStream;
  readonly server: FunctionServer;
  readonly key: string;
  readonly timer: NodeJS.Timeout;
  readonly onOver: () => void;
}

/**
 * Streams whose calls have ended, kept open for equal calls: a new stream costs a server more than one row does. Only for functions that are immutable, whose answers cannot depend on the
 * query that the stream was opened for, and only without shared memory, which takes room.
 */
export class IdleStreams {
  readonly #streams: IdleStream[] = [];
  #closed = false;

  /** A stream for these calls, which is the caller's from now on. */
  take(server: FunctionServer, calls: Calls): BatchStream | undefined {
    const key = keyOf(calls);
    const found = this.#streams.findIndex((idle) => idle.server === server && idle.key === key && !idle.stream.over.aborted);
    if (found < 0) return undefined;
    const [idle] = this.#streams.splice(found, 1);
    if (idle === undefined) return undefined;
    clearTimeout(idle.timer);
    idle.stream.over.removeEventListener('abort', idle.onOver);
    return idle.stream;
  }

  /** Whether the stream was taken; it is its owner's to end otherwise. */
  keep(server: FunctionServer, calls: Calls, stream: BatchStream): boolean {
    if (this.#closed || this.#streams.length >= MOST_STREAMS || stream.over.aborted || stream.inFlight.batches > 0) return false;
    const timer = setTimeout(() => this.#drop(idle), KEPT_MS);
    timer.unref();
    const idle: IdleStream = { stream, server, key: keyOf(calls), timer, onOver: () => this.#drop(idle) };
    this.#streams.push(idle);
    stream.over.addEventListener('abort', idle.onOver, { once: true });
    return true;
  }

  close(): void {
    this.#closed = true;
    for (const { stream, timer } of this.#streams.splice(0)) {
      clearTimeout(timer);
      stream.leave(cancelledError('CANCELLED', 'The engine is closing'));
    }
  }

  #drop(idle: IdleStream): void {
    const index = this.#streams.indexOf(idle);
    if (index < 0) return;
    this.#streams.splice(index, 1);
    clearTimeout(idle.timer);
    idle.stream.end();
  }
}

function keyOf({ calls, input, output, table, errors, user, timeoutMs }: Calls): string {
  return JSON.stringify([calls, input, output, table, errors, user, timeoutMs]);
}
