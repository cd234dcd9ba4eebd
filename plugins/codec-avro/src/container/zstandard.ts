import { Decompress } from 'fzstd';
import { CorruptBytes } from './corrupt.js';
import { Gathered } from './gathered.js';

/** Four bytes are the least that a block of a frame takes, 128 KiB the most that it makes. */
const MOST_RATIO = 32 * 1024;
/** What zstd's own decoder takes when nothing else is said. */
const MOST_WINDOW = 128 * 1024 * 1024;
/** Magic number, descriptor, and one byte more. */
const LEAST_HEADER = 6;
const SINGLE_SEGMENT = 0x20;

/** Of one frame or several: https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1.1 */
export function decompressZstandard(bytes: Buffer): Buffer {
  if (bytes.length < LEAST_HEADER) throw new CorruptBytes('it is too short for zstandard');
  const descriptor = bytes[4]!;
  const isSingle = (descriptor & SINGLE_SEGMENT) !== 0;
  const size = isSingle || descriptor >> 6 > 0 ? contentSize(bytes, descriptor, isSingle ? 5 : 6) : 0;
  refuseMore(size, bytes.length * MOST_RATIO);
  // The decoder takes memory for what is announced.
  if (!isSingle) refuseMore(windowSize(bytes[5]!), MOST_WINDOW);
  const rows = new Gathered();
  new Decompress((piece) => rows.add(piece)).push(bytes, true);
  const whole = rows.whole();
  if (whole.length < size) throw new CorruptBytes(`it announces ${size} bytes for zstandard, which makes ${whole.length} of it`);
  return whole;
}

function refuseMore(announced: number, most: number): void {
  if (announced > most) throw new CorruptBytes(`it announces ${announced} bytes for zstandard, which can be ${most} at the most`);
}

function windowSize(byte: number): number {
  const base = 2 ** (10 + (byte >> 3));
  return base + (base / 8) * (byte & 7);
}

/** Of the first frame. */
function contentSize(bytes: Buffer, descriptor: number, after: number): number {
  const at = after + [0, 1, 2, 4][descriptor & 3]!;
  const width = 2 ** (descriptor >> 6);
  if (bytes.length < at + width) throw new CorruptBytes('it ends within the header of zstandard');
  if (width === 8) return Number(bytes.readBigUInt64LE(at));
  return bytes.readUIntLE(at, width) + (width === 2 ? 256 : 0);
}
