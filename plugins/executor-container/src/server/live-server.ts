import type { FlightClient } from '@arbalest/flight';
import { ArbalestError, isArbalestError, transientError, userError } from '@arbalest/spi';
import type { FunctionServer, ServerDescription, SharedFolders } from './function-server.js';
import type { LogRing } from './log-ring.js';
import type { ProcessEnd } from './server-process.js';

/** How a server is reached, and what lies behind it. */
export interface Connection {
  readonly name: string;
  readonly client: FlightClient;
  readonly description: ServerDescription;
  readonly sharedMemory?: SharedFolders;
  readonly log: LogRing;
  /** Frees the connection and ends the process: at once, or when it has been asked to. Idempotent; never rejects. */
  end(how: 'kill' | 'stop'): Promise<void>;
}

/** A server that is ready, until it is gone. */
export class LiveServer implements FunctionServer {
  readonly sharedMemory?: SharedFolders;
  readonly #connection: Connection;
  readonly #gone = new AbortController();
  #description: ServerDescription;
  #freed: Promise<void> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#description = connection.description;
    if (connection.sharedMemory !== undefined) this.sharedMemory = connection.sharedMemory;
  }

  get name(): string {
    return this.#connection.name;
  }

  get client(): FlightClient {
    return this.#connection.client;
  }

  get description(): ServerDescription {
    return this.#description;
  }

  /** Of a server that does not list its functions, and will be called for more of them. */
  set description(description: ServerDescription) {
    this.#description = description;
  }

  get log(): LogRing {
    return this.#connection.log;
  }

  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  /** Resolves when all that belonged to it is free; only after it is gone. */
  get freed(): Promise<void> {
    return this.#freed;
  }

  kill(reason: Error): void {
    this.#leave(reason, 'kill');
  }

  /** For a server that nobody uses. */
  stop(reason: Error): void {
    this.#leave(reason, 'stop');
  }

  #leave(reason: Error, how: 'kill' | 'stop'): void {
    if (this.gone.aborted) return;
    this.#gone.abort(this.#withLog(reason));
    this.#freed = this.#connection.end(how);
  }

  #withLog(reason: Error): ArbalestError {
    const error = isArbalestError(reason) ? reason : userError('FUNCTION_KILLED', reason.message, { cause: reason });
    return withNotes(error, this.log.tail());
  }
}

/** The same error, with these texts after its notes. */
export function withNotes(error: ArbalestError, notes: readonly string[]): ArbalestError {
  if (notes.length === 0) return error;
  const details = { ...error.details, notes: [...(error.details.notes ?? []), ...notes] };
  return new ArbalestError(error.family, error.code, error.message, details, { cause: error.cause });
}

/** What it means for its calls that a process has ended by itself. */
export function endError(name: string, { exitCode, memoryLimit, lost }: ProcessEnd): ArbalestError {
  if (lost !== undefined) {
    return transientError('ENGINE_UNREACHABLE', `The container engine does not say any more whether ${name} lives: ${lost.message}`, {
      cause: lost,
    });
  }
  if (memoryLimit !== undefined) {
    return userError(
      'FUNCTION_OUT_OF_MEMORY',
      `${capital(name)} wanted more than the ${memoryLimit} bytes of memory that it may have, and was ended; ask for more with WITH (memory = …), or send smaller batches`,
    );
  }
  const how = exitCode === undefined ? 'was removed from outside' : `ended with exit code ${exitCode}${signalName(exitCode)}`;
  return userError('FUNCTION_DIED', `${capital(name)} ${how}`);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function signalName(exitCode: number): string {
  const names: Readonly<Record<number, string>> = { 134: 'SIGABRT', 137: 'SIGKILL', 139: 'SIGSEGV', 143: 'SIGTERM', 159: 'SIGSYS' };
  const name = names[exitCode];
  return name === undefined ? '' : ` (${name})`;
}
