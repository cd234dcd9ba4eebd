/** A flag (compressed or not) and the length of the message, in four bytes. gRPC counts neither into the length. */
export const GRPC_PREFIX = 5;
const ALIGNMENT = 64;
/** What is put together to find where a body starts; a header that is longer makes its body be moved later, if it is off its boundary. */
const MOST_HEAD_BYTES = 256 * 1024;
const EMPTY = Buffer.alloc(0);

/**
 * Where the part of a message starts that is to lie on a 64-byte boundary, of which the front is given; `'none'` for nowhere in particular,
 * `'later'` when more bytes are needed to know. Never throws: what is damaged is found when the message is decoded.
 */
export type FindBody = (front: Uint8Array, messageLength: number) => number | 'none' | 'later';

/**
 * Makes gRPC messages, behind their prefixes, out of the chunks of an HTTP/2 stream. The stand-in for the decoder of grpc-js, which keeps
 * the chunks of a message until the last has come and joins them then: for a batch of several megabytes they have left the processor's
 * caches and become old for the garbage collector by that time. Here each byte is copied once, when it comes, to where it will stay.
 */
export class MessageAssembler {
  readonly #findBody: FindBody;
  readonly #maxLength: number;
  #head: Buffer = EMPTY;
  #message: Buffer | undefined;
  #filled = 0;

  /** @param maxLength of a message; -1 for no limit. */
  constructor(findBody: FindBody, maxLength = -1) {
    this.#findBody = findBody;
    this.#maxLength = maxLength;
  }

  /**
   * The messages that this chunk completes. The chunk may be reused afterwards.
   *
   * @throws Error when a message is longer than allowed, or than a buffer may be.
   */
  write(chunk: Buffer): Buffer[] {
    const messages: Buffer[] = [];
    let rest = chunk;
    while (rest.byteLength > 0) {
      if (this.#message === undefined) rest = this.#begin(rest);
      if (this.#message !== undefined) rest = this.#fill(this.#message, rest, messages);
    }
    return messages;
  }

  /** Makes room for the next message once it is known how much, and where in it. Returns what is to be put there. */
  #begin(chunk: Buffer): Buffer {
    const front = this.#head.byteLength === 0 ? chunk : Buffer.concat([this.#head, chunk]);
    this.#head = EMPTY;
    if (front.byteLength < GRPC_PREFIX) return this.#keep(front, chunk);
    const length = front.readUInt32BE(1);
    if (this.#maxLength !== -1 && length > this.#maxLength) {
      throw new Error(`Received message larger than max (${length} vs ${this.#maxLength})`);
    }
    const body = front[0] === 0 ? this.#findBody(front.subarray(GRPC_PREFIX, GRPC_PREFIX + length), length) : 'none';
    if (body === 'later' && front.byteLength < MOST_HEAD_BYTES) return this.#keep(front, chunk);
    this.#message = allocate(GRPC_PREFIX + length, typeof body === 'number' ? GRPC_PREFIX + body : 0);
    this.#filled = 0;
    return front;
  }

  #keep(front: Buffer, chunk: Buffer): Buffer {
    this.#head = front === chunk ? Buffer.from(chunk) : front;
    return EMPTY;
  }

  #fill(message: Buffer, chunk: Buffer, messages: Buffer[]): Buffer {
    const taken = chunk.copy(message, this.#filled);
    this.#filled += taken;
    if (this.#filled === message.byteLength) {
      messages.push(message);
      this.#message = undefined;
    }
    return taken === chunk.byteLength ? EMPTY : chunk.subarray(taken);
  }
}

/** A buffer of its own, of which `position` lies on a boundary. Not from Node's pool, where it would lie anywhere. */
function allocate(length: number, position: number): Buffer {
  const skipped = (ALIGNMENT - (position % ALIGNMENT)) % ALIGNMENT;
  return Buffer.allocUnsafeSlow(skipped + length)
    .fill(0, 0, skipped)
    .subarray(skipped);
}
