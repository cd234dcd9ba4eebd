import type { FunctionServer } from '../server/function-server.js';
import { CallStream } from './call-stream.js';
import type { BatchStream, Calls } from './calls.js';
import { PlainStream } from './plain-stream.js';
import { SHARED_FROM_BYTES, SharedFiles } from './shared-files.js';

/** Own bounds beside the server's: what one stream may hold of this process's memory. */
const MOST_BATCHES = 64;
const MOST_BYTES = 128 * 1024 * 1024;

/** A large batch goes through shared memory where there is any. */
export function wantsSharedMemory({ description, sharedMemory }: FunctionServer, firstBatchBytes: number): boolean {
  return description.sharedMemory && sharedMemory !== undefined && firstBatchBytes >= SHARED_FROM_BYTES;
}

/** A stream of calls in the dialect of the server. */
export function openStream(server: FunctionServer, calls: Calls, shared: boolean): BatchStream {
  const { dialect, limits } = server.description;
  if (dialect !== 'arbalest') return new PlainStream(server, calls);
  const bounds = {
    inFlightBatches: Math.min(limits.inFlightBatches, MOST_BATCHES),
    inFlightBytes: Math.min(limits.inFlightBytes, MOST_BYTES),
  };
  return new CallStream(server, calls, bounds, shared ? sharedFiles(server, bounds.inFlightBytes) : undefined);
}

function sharedFiles({ sharedMemory }: FunctionServer, inFlightBytes: number): SharedFiles | undefined {
  if (sharedMemory === undefined) return undefined;
  // Room for the messages' heads and for answers that are longer than what was sent.
  const bytes = Math.max(16 * 1024 * 1024, Math.ceil((1.25 * inFlightBytes) / 4096) * 4096);
  return SharedFiles.create(sharedMemory, { input: bytes, output: bytes });
}
