import { tableFromArrays } from 'apache-arrow';
import { expect, test } from 'vitest';
import { decodeBatches, decodeTable } from './arrow-decode.js';
import { encodeTable } from './arrow-encode.js';
import type { FlightFrame } from './frame.js';
import { singleBody } from './ipc-message.js';

const table = tableFromArrays({ n: Int32Array.of(1, 2, 3) });

/** The table's schema, then its rows again and again, and how often whoever makes them was let go. */
function endless() {
  const counts = { ended: 0 };
  const [schema, batch] = [...encodeTable(table)].map(({ metadata, body }): FlightFrame => ({ metadata, body: singleBody(body) }));
  async function* frames(): AsyncGenerator<FlightFrame> {
    try {
      yield schema!;
      for (;;) yield batch!;
    } finally {
      counts.ended++;
    }
  }
  return { counts, frames };
}

test('a reader that has enough lets go of the messages', async () => {
  const { counts, frames } = endless();
  for await (const batch of decodeBatches(frames())) {
    expect(batch.numRows).toBe(3);
    break;
  }
  expect(counts.ended).toBe(1);
});

test('messages without a schema are let go of', async () => {
  let ended = 0;
  async function* none(): AsyncGenerator<FlightFrame> {
    try {
      yield { appMetadata: Buffer.from('only this') };
    } finally {
      ended++;
    }
  }
  await expect(decodeTable(none())).rejects.toThrow('has ended before its schema');
  expect(ended).toBe(1);
});
