import type { FunctionServer } from '../server/function-server.js';
import { CallStream } from './call-stream.js';
import type { BatchStream, Calls } from './calls.js';
import { PlainStream } from './plain-stream.js';
import { SHARED_FROM_BYTES, SharedFiles } from './shared-files.js';

/** Own bounds beside the server's: what one stream may hold of this process's memory. */
const MOST_BATCHES = 64;
const MOST_BYTES = 128 * 1024 * 1024;

/** A stream of calls in the dialect of the server. It has shared memory if that is there and its first batch is large enough. */
export function openStream(server: FunctionServer, calls: Calls, firstBatchBytes: number): BatchStream {
  const { dialect, limits } = server.description;
  if (dialect !== 'arbalest') return new PlainStream(server, calls);
  const bounds = {
    inFlightBatches: Math.min(limits.inFlightBatches, MOST_BATCHES),
    inFlightBytes: Math.min(limits.inFlightBytes, MOST_BYTES),
  };
  return new CallStream(
    server,
    calls,
    bounds,
    firstBatchBytes >= SHARED_FROM_BYTES ? sharedFiles(server, bounds.inFlightBytes) : undefined,
  );
}

function sharedFiles({ description, sharedMemory }: FunctionServer, inFlightBytes: number): SharedFiles | undefined {
  if (!description.sharedMemory || sharedMemory === undefined) return undefined;
  // Room for the messages' heads and for answers that are longer than what was sent.
  const bytes = Math.max(16 * 1024 * 1024, Math.ceil((1.25 * inFlightBytes) / 4096) * 4096);
  return SharedFiles.create(sharedMemory, { input: bytes, output: bytes });
}
