import { ByteCursor } from './byte-cursor.js';
import { CONTINUATION, withPrefix } from './encapsulation.js';
import { IpcFormatError } from './ipc-format-error.js';
import { bodyPieces, type IpcMessage, type ReceivedIpcMessage, singleBody } from './ipc-message.js';
import { messageBodyLength } from './message-header.js';

/** A continuation marker and the length zero. */
export const END_OF_STREAM = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);
const FILE_MAGIC_START = 0x4f525241; // "ARRO", little endian

/**
 * The messages of an Arrow IPC stream, one after another. A body that lies within one chunk on an 8-byte boundary is a view of it; any
 * other is copied once. Ends with the stream's end mark or, where a writer has left it out, with the source.
 *
 * @throws IpcFormatError when the bytes are no IPC stream or end within a message; the text says at which byte.
 */
export async function* readIpcStream(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<ReceivedIpcMessage, void, undefined> {
  const cursor = new ByteCursor(chunks);
  try {
    for (;;) {
      const metadata = await readMetadata(cursor);
      if (metadata === undefined) return;
      const body = await exactly(cursor, messageBodyLength(metadata), 'body');
      yield { metadata, body: singleBody(body) };
    }
  } finally {
    await cursor.close();
  }
}

async function readMetadata(cursor: ByteCursor): Promise<Uint8Array | undefined> {
  const start = await cursor.read(4);
  if (start.byteLength === 0) return undefined;
  const first = uint32(start, cursor);
  if (first === FILE_MAGIC_START && cursor.position === 4) {
    throw new IpcFormatError('Expected an Arrow IPC stream, met an Arrow IPC file; read it with openIpcFile');
  }
  // Before Arrow 0.15 there was no continuation marker, only the length.
  const length = first === CONTINUATION ? uint32(await cursor.read(4), cursor) : first;
  if (length === 0) return undefined;
  if (length > 0x7fffffff) throw new IpcFormatError(`Expected an Arrow IPC message at byte ${cursor.position - 4}, met other data`);
  return exactly(cursor, length, 'header');
}

function uint32(bytes: Uint8Array, cursor: ByteCursor): number {
  if (bytes.byteLength < 4) throw cutShort(cursor, 'length', 4, bytes.byteLength);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
}

async function exactly(cursor: ByteCursor, length: number, part: string): Promise<Uint8Array> {
  const bytes = await cursor.read(length);
  if (bytes.byteLength < length) throw cutShort(cursor, part, length, bytes.byteLength);
  return bytes;
}

function cutShort(cursor: ByteCursor, part: string, wanted: number, met: number): IpcFormatError {
  return new IpcFormatError(
    `An Arrow IPC stream ends at byte ${cursor.position}, within the ${part} of a message: ${wanted} bytes expected, ${met} there`,
  );
}

/**
 * The bytes of an Arrow IPC stream, as chunks: bodies by reference, never copied. The first message must be the schema.
 *
 * @throws IpcFormatError when a body is not as long as its metadata says; what was yielded before is then not to be used.
 */
export async function* writeIpcStream(
  messages: AsyncIterable<IpcMessage> | Iterable<IpcMessage>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const message of messages) yield* encapsulate(message);
  yield END_OF_STREAM;
}

/** Bodies start on 64 bytes, relative to the message, so that a file that is mapped into memory can be used as it lies. */
const BODY_ALIGNMENT = 64;

export function* encapsulate(message: IpcMessage): Generator<Uint8Array, void, undefined> {
  const pieces = bodyPieces(message.body);
  const length = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  const declared = messageBodyLength(message.metadata);
  if (length !== declared) {
    throw new IpcFormatError(`An Arrow IPC message has a body of ${length} bytes where its metadata says ${declared}`);
  }
  yield withPrefix(message.metadata, BODY_ALIGNMENT);
  for (const piece of pieces) if (piece.byteLength > 0) yield piece;
  if (length % 8 !== 0) yield new Uint8Array(8 - (length % 8));
}
