import { type FlightClients, openExchangeSource } from '@arbalest/executor';
import type { arbalest } from '@arbalest/proto';
import { type ArrowBatch, type ArrowStream, internalError, type SqlResultPart } from '@arbalest/spi';

const NO_BYTES = new Uint8Array(0);

/** Opens a part where it lies: at an executor, or in the event that told of it. */
export async function readPart(
  { job, index, handle }: SqlResultPart,
  { clients, signal }: { readonly clients?: FlightClients; readonly signal: AbortSignal },
): Promise<ArrowStream> {
  const { source, inline } = handle as arbalest.scheduler.v1.IResultPart;
  if (source) return openExchangeSource(source, { signal, ...(clients ? { clients } : {}) });
  if (inline) return { schema: { message: inline.schema ?? NO_BYTES }, batches: inlineBatches(inline) };
  throw internalError('PART_EMPTY', `Part ${index} of job ${job} names neither rows nor a place where they lie`);
}

async function* inlineBatches({ batches }: arbalest.scheduler.v1.IInlineResult): AsyncGenerator<ArrowBatch> {
  for (const { rows, metadata, body } of batches ?? [])
    yield { rows: Number(rows ?? 0), metadata: metadata ?? NO_BYTES, body: aligned(body ?? NO_BYTES) };
}

/** What came in a message of protobuf begins anywhere. */
function aligned(body: Uint8Array): Uint8Array {
  return body.byteOffset % 8 === 0 ? body : Uint8Array.from(body);
}
