import { expect, test } from 'vitest';
import { decodeFrame, encodeFrame, findBody } from './frame-codec.js';
import { GRPC_PREFIX, MessageAssembler } from './message-assembler.js';

const HEADER_KEY = 0x12;
const BODY_KEY = [0xc2, 0x3e];

test.each([1, 2, 3, 7, 64, 1000, 16_384, 1_000_000])('messages arrive whole in chunks of %d bytes', (size) => {
  const messages = [message(foreignFrame(10, 5000)), message(Buffer.alloc(0)), message(foreignFrame(300, 70_000)), message(Buffer.of(1))];
  expect(assemble(Buffer.concat(messages), size).map((got) => got.toString('base64'))).toEqual(
    messages.map((sent) => sent.toString('base64')),
  );
});

test.each([1, 40, 4096, 65_536])('a body of a sender that does not pad starts on a 64-byte boundary, in chunks of %d bytes', (size) => {
  for (const headerLength of [1, 13, 200, 20_000]) {
    const [got] = assemble(message(foreignFrame(headerLength, 3000)), size);
    const { body, metadata } = decodeFrame((got as Buffer).subarray(GRPC_PREFIX));
    expect(metadata).toHaveLength(headerLength);
    expect(body).toHaveLength(3000);
    expect((body?.byteOffset ?? 1) % 64).toBe(0);
    expect(body?.buffer).toBe(got?.buffer);
  }
});

test('a header that is longer than what is held back for it only moves its body', () => {
  const [got] = assemble(message(foreignFrame(1_000_001, 3000)), 16_384);
  const { body } = decodeFrame((got as Buffer).subarray(GRPC_PREFIX));
  expect(body).toEqual(new Uint8Array(3000).fill(7));
  expect((body?.byteOffset ?? 1) % 8).toBe(0);
});

test('a message does not share its memory with the chunks, nor with another message', () => {
  const chunk = Buffer.concat([message(foreignFrame(10, 100)), message(foreignFrame(10, 100))]);
  const [first, second] = new MessageAssembler(findBody).write(chunk);
  chunk.fill(0);
  expect(first?.buffer).not.toBe(second?.buffer);
  expect(decodeFrame((second as Buffer).subarray(GRPC_PREFIX)).body).toEqual(new Uint8Array(100).fill(7));
});

test('the beginning of a message outlives the chunk that it came in', () => {
  const whole = message(foreignFrame(200, 1000));
  const assembler = new MessageAssembler(findBody);
  for (const piece of [whole.subarray(0, 3), whole.subarray(3, 100)]) {
    const chunk = Buffer.from(piece);
    expect(assembler.write(chunk)).toEqual([]);
    chunk.fill(0);
  }
  expect(assembler.write(whole.subarray(100)).map((got) => got.equals(whole))).toEqual([true]);
});

test('a message over the limit is refused by its prefix alone', () => {
  expect(() => new MessageAssembler(findBody, 10).write(message(Buffer.alloc(11)).subarray(0, GRPC_PREFIX))).toThrow('(11 vs 10)');
  expect(new MessageAssembler(findBody, 10).write(message(Buffer.alloc(10)))).toHaveLength(1);
});

test('damaged and compressed messages arrive as they are', () => {
  for (const bytes of [Buffer.alloc(100, 0xff), Buffer.of(0x0b), Buffer.of(HEADER_KEY, 0xff, 0x7f, 1), Buffer.of(...BODY_KEY)]) {
    const sent = message(bytes);
    expect(assemble(sent, 4)).toEqual([sent]);
    sent[0] = 1;
    expect(assemble(sent, 4)).toEqual([sent]);
  }
});

test('a padded body needs no room before the message', () => {
  const encoded = encodeFrame({ metadata: new Uint8Array(100), body: new Uint8Array(1000) });
  const bytes = Buffer.alloc(encoded.length);
  encoded.copy(bytes, 0);
  const [got] = assemble(message(bytes), 500);
  expect(got?.byteOffset).toBe(0);
});

function message(bytes: Uint8Array): Buffer {
  const prefix = Buffer.alloc(GRPC_PREFIX);
  prefix.writeUInt32BE(bytes.byteLength, 1);
  return Buffer.concat([prefix, bytes]);
}

/** A FlightData as other implementations encode it: without padding. */
function foreignFrame(headerLength: number, bodyLength: number): Buffer {
  const header = [HEADER_KEY, ...varint(headerLength)];
  return Buffer.concat([
    Buffer.from(header),
    Buffer.alloc(headerLength, 3),
    Buffer.of(...BODY_KEY, ...varint(bodyLength)),
    Buffer.alloc(bodyLength, 7),
  ]);
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}

function assemble(bytes: Buffer, size: number): Buffer[] {
  const assembler = new MessageAssembler(findBody);
  const messages: Buffer[] = [];
  for (let at = 0; at < bytes.byteLength; at += size) messages.push(...assembler.write(bytes.subarray(at, at + size)));
  return messages;
}
