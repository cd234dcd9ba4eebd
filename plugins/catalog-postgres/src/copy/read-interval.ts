import type { Refuse } from './refuse.js';
import type { VariableValues } from './read-text.js';
import { int32At, type Values } from './values.js';

const MOST = 0x7fff_ffff;
const LEAST = -0x8000_0000;

/** interval_send of PostgreSQL's timestamp.c: microseconds, 8 bytes; days and months, 4 bytes each. As the text that INTERVAL travels as. */
export function readIntervals({ bytes, starts, lengths, count }: Values, refuse: Refuse): VariableValues {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const texts = Array.from({ length: count }, (_, i) => {
    if (lengths[i]! < 0) return '';
    const at = starts[i]!;
    const [days, months] = [int32At(bytes, at + 8), int32At(bytes, at + 12)];
    if ((days === MOST && months === MOST) || (days === LEAST && months === LEAST))
      refuse('an infinite interval, which INTERVAL cannot hold');
    return `${months} months ${days} days ${view.getBigInt64(at)} microseconds`;
  });
  const data = Buffer.from(texts.join(''), 'latin1');
  const offsets = new Int32Array(count + 1);
  for (const [i, text] of texts.entries()) offsets[i + 1] = offsets[i]! + text.length;
  return { offsets, data };
}
