import { expect, test } from 'vitest';
import { ArrowEncoder } from './arrow-encode.js';
import { decodeFrame, encodeFrame } from './frame-codec.js';
import type { FlightFrame } from './frame.js';
import { NUMBERS, numbers } from './interop/store-handler.js';
import { messageKind } from './message-header.js';

const GRPC_PREFIX = 5;
const encoder = new ArrowEncoder(NUMBERS);
const [batch] = encoder.encode(numbers([1, 2, 3]));
const metadata = batch?.metadata as Uint8Array;

test('all fields survive', () => {
  const frame: FlightFrame = {
    descriptor: { type: 'path', path: ['a', 'b'] },
    metadata,
    appMetadata: Uint8Array.of(7, 8),
    body: [Uint8Array.of(1, 2, 3), new Uint8Array(0), Uint8Array.of(4)],
  };
  const got = decodeFrame(arrive(frame));
  expect(got).toMatchObject({ descriptor: frame.descriptor, appMetadata: frame.appMetadata, body: Uint8Array.of(1, 2, 3, 4) });
  expect(got.metadata?.subarray(0, metadata.byteLength)).toEqual(metadata);
  expect(messageKind(got.metadata as Uint8Array)).toBe('batch');
});

test.each([1, 100, 127, 128, 16_384, 300_000])('a body of %d bytes lies on a 64-byte boundary where it arrives', (length) => {
  for (const appMetadata of [undefined, new Uint8Array(3), new Uint8Array(200)]) {
    const { body } = decodeFrame(arrive({ metadata, body: new Uint8Array(length).fill(9), ...(appMetadata ? { appMetadata } : {}) }));
    // Not toEqual, which goes through the bytes one by one.
    expect(Buffer.alloc(length, 9).equals(body as Uint8Array)).toBe(true);
    expect((body?.byteOffset ?? 1) % 64).toBe(0);
  }
});

test('a forwarded frame does not grow', () => {
  const once = decodeFrame(arrive({ metadata, body: new Uint8Array(1000) }));
  expect(decodeFrame(arrive(once)).metadata?.byteLength).toBe(once.metadata?.byteLength);
});

test('a body that arrives off its boundary is moved to one', () => {
  const message = arrive({ metadata, body: Uint8Array.of(1, 2, 3) });
  const shifted = new Uint8Array(message.byteLength + 1);
  shifted.set(message, 1);
  const { body } = decodeFrame(shifted.subarray(1));
  expect(body).toEqual(Uint8Array.of(1, 2, 3));
  expect((body?.byteOffset ?? 1) % 8).toBe(0);
});

test('fields of a later protocol are passed over', () => {
  const later = Uint8Array.of(0x20, 0x96, 0x01, 0x29, 1, 2, 3, 4, 5, 6, 7, 8, 0x35, 1, 2, 3, 4, 0x3a, 2, 9, 9);
  const message = Buffer.concat([later, arrive({ appMetadata: Uint8Array.of(5) }), later]);
  expect(decodeFrame(message)).toEqual({ appMetadata: Uint8Array.of(5) });
});

test('a batch without bytes has a body, and a frame without a message has none', () => {
  expect(decodeFrame(arrive({ metadata })).body).toEqual(new Uint8Array(0));
  expect(decodeFrame(arrive({ appMetadata: Uint8Array.of(1) })).body).toBeUndefined();
});

test('damaged bytes are named as such, wherever they are cut', () => {
  const message = arrive({ metadata, body: new Uint8Array(50) });
  for (const length of [1, 2, 3, 100, message.byteLength - 51, message.byteLength - 1]) {
    expect(() => decodeFrame(message.subarray(0, length))).toThrow(/cut short|damaged/);
  }
  expect(() => decodeFrame(Uint8Array.of(0x0b))).toThrow('wire type 3');
});

/** The message as grpc-js delivers it: behind its prefix, in a buffer of its own. */
function arrive(frame: FlightFrame): Uint8Array {
  const encoded = encodeFrame(frame);
  const buffer = new Uint8Array(GRPC_PREFIX + encoded.length);
  encoded.copy(buffer, GRPC_PREFIX);
  return buffer.subarray(GRPC_PREFIX);
}
