import type { FunctionServer } from '../server/function-server.js';
import { CallStream } from './call-stream.js';
import type { BatchStream, Calls } from './calls.js';
import type { BodyPool } from './body-pool.js';
import { PlainStream } from './plain-stream.js';
import { SHARED_FROM_BYTES, SharedFiles } from './shared-files.js';
import type { SharedInput } from './shared-input.js';

/** Own bounds beside the server's: what one stream may hold of this process's memory. */
const MOST_BATCHES = 64;
const MOST_BYTES = 128 * 1024 * 1024;

/** A large batch goes through shared memory where there is any. */
export function wantsSharedMemory({ description, sharedMemory }: FunctionServer, firstBatchBytes: number): boolean {
  return description.sharedMemory && sharedMemory !== undefined && firstBatchBytes >= SHARED_FROM_BYTES;
}

/** Memory that a stream shares with its server. */
export interface StreamMemory {
  readonly input: SharedInput;
  readonly bodies: BodyPool;
}

/** The length of the files of a server's streams: room for the messages' heads, and for answers that are longer than what was sent. */
export function sharedFileBytes({ description }: FunctionServer): number {
  return Math.max(16 * 1024 * 1024, Math.ceil((1.25 * boundsOf(description).inFlightBytes) / 4096) * 4096);
}

/** A stream of calls in the dialect of the server. */
export function openStream(server: FunctionServer, calls: Calls, memory?: StreamMemory): BatchStream {
  const { description, sharedMemory } = server;
  if (description.dialect !== 'arbalest') return new PlainStream(server, calls);
  const files =
    memory === undefined || sharedMemory === undefined
      ? undefined
      : new SharedFiles({ ...memory, output: { folder: sharedMemory.output, bytes: sharedFileBytes(server) } });
  return new CallStream(server, calls, boundsOf(description), files);
}

function boundsOf({ limits }: FunctionServer['description']): BatchStream['limits'] {
  return {
    inFlightBatches: Math.min(limits.inFlightBatches, MOST_BATCHES),
    inFlightBytes: Math.min(limits.inFlightBytes, MOST_BYTES),
  };
}
