import { FlightClient } from '@arbalest/flight';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ArbalestError, isArbalestError, userError } from '@arbalest/spi';
import { describeServer, MAX_MESSAGE_BYTES } from '../hello/connect-server.js';
import type { ServerDescription, ServerFunction } from './function-server.js';
import { capital, endError, LiveServer, withNotes } from './live-server.js';
import { pinSocket, type PinnedSocket } from './pinned-socket.js';
import type { ServerProcess } from './server-process.js';

const POLL_MS = 10;
/** After a hello that was not answered. */
const RETRY_MS = 50;

export interface ReadyOptions {
  readonly startMs: number;
  readonly declared?: readonly ServerFunction[];
}

/**
 * Waits until a process that was started serves functions. When it does not, it is ended and freed.
 *
 * @throws user error `FUNCTION_START` with the end of its log as notes
 */
export async function becomeReady(process: ServerProcess, options: ReadyOptions): Promise<LiveServer> {
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), options.startMs);
  const attempt = new Attempt(process, options, over.signal);
  try {
    const ended = process.ended.then((end) => Promise.reject(startError(process, endError(process.name, end).message)));
    return await Promise.race([attempt.run(), ended]);
  } catch (error) {
    over.abort();
    await process.kill();
    throw error;
  } finally {
    clearTimeout(timer);
    over.abort();
  }
}

interface Reached {
  readonly client: FlightClient;
  readonly socket: PinnedSocket;
  readonly description: ServerDescription;
}

class Attempt {
  #lastFailure: string | undefined;

  constructor(
    readonly process: ServerProcess,
    readonly options: ReadyOptions,
    readonly over: AbortSignal,
  ) {}

  async run(): Promise<LiveServer> {
    while (!this.over.aborted) {
      for (const path of this.process.sockets) {
        const reached = await this.#reach(path);
        if (reached !== undefined) return serverOf(this.process, reached);
      }
      await sleep(this.#lastFailure === undefined ? POLL_MS : RETRY_MS);
    }
    throw startError(
      this.process,
      `it was not ready within ${this.options.startMs} ms${this.#lastFailure === undefined ? '' : `: ${this.#lastFailure}`}`,
    );
  }

  /** Undefined when there is nothing yet, or nobody answers there yet. */
  async #reach(path: string): Promise<Reached | undefined> {
    const socket = await pinSocket(path);
    if (socket === undefined) return undefined;
    const client = new FlightClient(socket.location, { channelOptions: OWN_CONNECTION });
    try {
      const description = await describeServer(client, {
        name: this.process.name,
        signal: this.over,
        timeoutMs: this.options.startMs,
        ...(this.options.declared === undefined ? {} : { declared: this.options.declared }),
      });
      if (!this.over.aborted) return { client, socket, description };
      this.#lastFailure = 'the answer to the hello came too late';
    } catch (error) {
      if (!this.over.aborted || this.#lastFailure === undefined) this.#lastFailure = (error as Error).message;
      if (isFinal(error)) throw startError(this.process, (error as Error).message, error);
    }
    client.close();
    await socket.close();
    return undefined;
  }
}

/** A connection of its own: grpc-js would otherwise give two servers one connection, if one has the descriptor's number after the other. */
const OWN_CONNECTION = {
  'grpc.use_local_subchannel_pool': 1,
  'grpc.enable_http_proxy': 0,
  'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
};

/** It answered, and what it said makes it no server that can be used: asking again is no use. */
function isFinal(error: unknown): boolean {
  return isArbalestError(error) && error.family !== 'transient' && error.family !== 'cancelled';
}

function serverOf(process: ServerProcess, { client, socket, description }: Reached): LiveServer {
  const server = new LiveServer({
    name: process.name,
    client,
    description,
    log: process.log,
    ...(process.sharedMemory === undefined ? {} : { sharedMemory: process.sharedMemory }),
    async end(how) {
      client.close();
      await socket.close();
      await process[how]();
    },
  });
  void process.ended.then((end) => server.kill(endError(process.name, end)));
  return server;
}

function startError(process: ServerProcess, why: string, cause?: unknown): ArbalestError {
  return withNotes(
    userError('FUNCTION_START', `${capital(process.name)} did not start to serve functions: ${why}`, { cause }),
    process.log.tail(),
  );
}
