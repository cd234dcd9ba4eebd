import { type RecordBatch, RecordBatchStreamWriter, type Schema, type Table, type TypeMap } from 'apache-arrow';
import { CONTINUATION, PREFIX_LENGTH } from './encapsulation.js';
import { IpcFormatError } from './ipc-format-error.js';
import { type IpcMessage, joinBytes } from './ipc-message.js';
import { messageBodyLength } from './message-header.js';

/**
 * Turns apache-arrow's record batches into IPC messages. One encoder serves one stream: it remembers which dictionaries it has sent.
 * The bodies refer to the batches' own buffers; nothing is copied.
 */
export class ArrowEncoder {
  readonly #writer = new MessageWriter();
  /** The schema message, which comes first in the stream. */
  readonly schema: IpcMessage;

  constructor(schema: Schema) {
    this.#writer.reset(undefined, schema);
    const [message] = toMessages(this.#writer.take());
    if (message === undefined) throw new IpcFormatError('apache-arrow has written no message for a schema');
    this.schema = message;
  }

  /** The dictionaries that are new with this batch, and the batch. */
  encode(batch: RecordBatch): IpcMessage[] {
    this.#writer.write(batch);
    return toMessages(this.#writer.take());
  }
}

/** The messages of a whole table: schema, dictionaries, batches. */
export function* encodeTable<T extends TypeMap>(table: Table<T>): Generator<IpcMessage, void, undefined> {
  const encoder = new ArrowEncoder(table.schema);
  yield encoder.schema;
  for (const batch of table.batches) yield* encoder.encode(batch);
}

export function encodeSchema(schema: Schema): Uint8Array {
  return new ArrowEncoder(schema).schema.metadata;
}

/** apache-arrow's writer, with a list where it has a byte queue. */
class MessageWriter extends RecordBatchStreamWriter {
  #chunks: Uint8Array[] = [];

  take(): Uint8Array[] {
    const chunks = this.#chunks;
    this.#chunks = [];
    return chunks;
  }

  protected override _write(chunk: ArrayBufferView): this {
    if (chunk.byteLength > 0) this.#chunks.push(new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    return this;
  }
}

/** Parts the chunks of a stream into messages. The writer keeps each buffer of a body a chunk, so bodies come apart without a copy. */
function toMessages(chunks: Uint8Array[]): IpcMessage[] {
  const messages: IpcMessage[] = [];
  while (chunks.length > 0) {
    const prefix = joinBytes(take(chunks, PREFIX_LENGTH));
    const view = new DataView(prefix.buffer);
    if (view.getUint32(0, true) !== CONTINUATION) throw new IpcFormatError('apache-arrow has written a message without its prefix');
    const metadata = joinBytes(take(chunks, view.getUint32(4, true)));
    messages.push({ metadata, body: take(chunks, messageBodyLength(metadata)) });
  }
  return messages;
}

/** Takes `length` bytes from the front, as views. */
function take(chunks: Uint8Array[], length: number): Uint8Array[] {
  const taken: Uint8Array[] = [];
  for (let missing = length; missing > 0;) {
    const chunk = chunks.shift();
    if (chunk === undefined) throw new IpcFormatError(`apache-arrow has written ${missing} bytes less than a message needs`);
    taken.push(chunk.subarray(0, missing));
    if (chunk.byteLength > missing) chunks.unshift(chunk.subarray(missing));
    missing -= Math.min(missing, chunk.byteLength);
  }
  return taken;
}
