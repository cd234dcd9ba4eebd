import { decodeSchema, encodeSchema, singleBody, stripPrefix, type IpcBlock, type ReceivedIpcMessage } from '@arbalest/flight';
import { userError, type ArrowBatch, type ArrowStream, type ReadRequest, type Split } from '@arbalest/spi';
import type { DataType, Schema } from 'apache-arrow';
import { readIndex, type IpcIndex } from './ipc-index.js';
import { openFile, type OpenFile } from './open-file.js';
import { isIndirect, passThrough, projected, projectedSchema } from './plain-batches.js';

/** What a split of a file is: its batches from one to another, end exclusive. */
export interface ArrowPayload {
  readonly from: number;
  readonly to: number;
}

export async function readSplit(split: Split, request: ReadRequest): Promise<ArrowStream> {
  const file = await openFile(split.file);
  try {
    const index = await readIndex(file);
    const stored = decodeSchema(index.schema);
    const payload = split.payload as unknown as ArrowPayload | undefined;
    const blocks = index.batches.slice(payload?.from ?? 0, payload?.to ?? index.batches.length);
    refuseMissing(stored, request, split);
    const asStored = isAsStored(stored, request);
    const schema = asStored ? stored : projectedSchema(stored, request.columns);
    const messages = messagesOf(file, index, blocks, asStored, request.signal);
    const batches = asStored ? passThrough(messages) : projected(messages, schema, split.file.path);
    return { schema: { message: asStored ? index.schema : encodeSchema(schema) }, batches: closing(batches, file, request.signal) };
  } catch (thrown) {
    await file[Symbol.asyncDispose]();
    throw thrown;
  }
}

function isAsStored({ fields }: Schema, { columns }: ReadRequest): boolean {
  const inOrder = fields.length === columns.length && fields.every(({ name }, index) => name === columns[index]!.name);
  return inOrder && !fields.some(({ type }) => isIndirect(type as DataType));
}

function refuseMissing({ fields }: Schema, { columns }: ReadRequest, { file }: Split): void {
  const missing = columns.find(({ name }) => !fields.some((field) => field.name === name));
  if (missing !== undefined)
    throw userError(
      'SCHEMA_MISMATCH',
      `${file.path} has no column "${missing.name}"; it has: ${fields.map(({ name }) => name).join(', ')}`,
    );
}

/** Schema and dictionaries come first where the batches are to be decoded. */
async function* messagesOf(
  file: OpenFile,
  index: IpcIndex,
  blocks: readonly IpcBlock[],
  batchesOnly: boolean,
  signal: AbortSignal,
): AsyncGenerator<ReceivedIpcMessage> {
  if (!batchesOnly) {
    yield { metadata: index.schema, body: new Uint8Array(0) };
    for (const block of index.dictionaries) yield await readMessage(file, block);
  }
  for (const block of blocks) {
    signal.throwIfAborted();
    yield await readMessage(file, block);
  }
}

async function readMessage(file: OpenFile, { offset, metadataLength, bodyLength }: IpcBlock): Promise<ReceivedIpcMessage> {
  const metadata = stripPrefix(await file.read(offset, metadataLength));
  return { metadata, body: singleBody(await file.read(offset + metadataLength, bodyLength)) };
}

/** Batches whose file is closed at their end, or when the request aborts before anybody has asked for them. */
function closing(batches: AsyncGenerator<ArrowBatch>, file: OpenFile, signal: AbortSignal): AsyncIterable<ArrowBatch> {
  let begun = false;
  const abandon = () => void (begun || file[Symbol.asyncDispose]());
  signal.addEventListener('abort', abandon, { once: true });
  return {
    async *[Symbol.asyncIterator]() {
      begun = true;
      try {
        for await (const batch of batches) {
          signal.throwIfAborted();
          yield batch;
        }
      } finally {
        signal.removeEventListener('abort', abandon);
        await file[Symbol.asyncDispose]();
      }
    },
  };
}
