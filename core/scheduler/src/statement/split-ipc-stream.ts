import { messageBodyLength } from '@arbalest/flight';
import { internalError } from '@arbalest/spi';

const CONTINUATION = 0xffffffff;
const PREFIX = 8;

export interface IpcMessage {
  /** A flatbuffer Message, without the prefix. */
  readonly metadata: Uint8Array;
  readonly body: Uint8Array;
}

/** The messages of an Arrow IPC stream: the schema's, then the batches'. Views of the stream's bytes. */
export function splitIpcStream(stream: Uint8Array): { readonly schema: Uint8Array; readonly batches: readonly IpcMessage[] } {
  const [schema, ...batches] = messages(stream);
  if (!schema) throw internalError('IPC_EMPTY', 'An Arrow stream has no schema');
  return { schema: schema.metadata, batches };
}

/** An IPC stream again, for a reader that wants one. */
export function joinIpcStream(schema: Uint8Array, batches: readonly IpcMessage[]): Uint8Array {
  const parts = [{ metadata: schema, body: new Uint8Array(0) }, ...batches].flatMap(({ metadata, body }) => [
    prefixed(metadata),
    padded(body),
  ]);
  return Buffer.concat([...parts, endOfStream()]);
}

function* messages(stream: Uint8Array): Generator<IpcMessage> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let offset = 0;
  while (offset + PREFIX <= stream.byteLength) {
    const length = view.getInt32(offset + 4, true);
    if (view.getUint32(offset, true) !== CONTINUATION || length === 0) return;
    const start = offset + PREFIX;
    const metadata = stream.subarray(start, start + length);
    const bodyEnd = start + length + messageBodyLength(metadata);
    yield { metadata, body: stream.subarray(start + length, bodyEnd) };
    offset = bodyEnd;
  }
}

function prefixed(metadata: Uint8Array): Uint8Array {
  const length = Math.ceil(metadata.byteLength / 8) * 8;
  const bytes = new Uint8Array(PREFIX + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, CONTINUATION, true);
  view.setInt32(4, length, true);
  bytes.set(metadata, PREFIX);
  return bytes;
}

function padded(body: Uint8Array): Uint8Array {
  if (body.byteLength % 8 === 0) return body;
  const bytes = new Uint8Array(Math.ceil(body.byteLength / 8) * 8);
  bytes.set(body);
  return bytes;
}

function endOfStream(): Uint8Array {
  return new Uint8Array([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0]);
}
