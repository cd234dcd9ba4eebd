import { openBigintTransport } from '@arbalest/executor-container/testing';
import { timed } from './statistics.js';
import { textTable } from './text-table.js';
import { benchImage, type UdfSetting } from './udf-setting.js';

const MIB = 1024 * 1024;
const TOTAL = 1024 * MIB;

/** Batches to an echo in a container and back, without SQL around them. What is counted went there, and as much came back. */
export async function runTransport(setting: UdfSetting): Promise<void> {
  const { languages, runs } = setting;
  const rows: string[][] = [];
  for (const language of languages) {
    const image = await benchImage(setting, language);
    for (const size of [MIB / 16, MIB, 8 * MIB]) {
      const label = size < MIB ? `${size / 1024} KiB` : `${size / MIB} MiB`;
      const [memory, socket] = [await gigabytes(image, size, runs, true), await gigabytes(image, size, runs, false)];
      rows.push([`${language}, ${label}`, memory.toFixed(2), socket.toFixed(2), (memory / socket).toFixed(1)]);
    }
  }
  console.log(`\n${textTable(['Transport alone, there and back: GB/s of what went there', 'shared memory', 'socket', 'ratio'], rows)}`);
}

async function gigabytes(image: string, size: number, runs: number, shared: boolean): Promise<number> {
  await using transport = await openBigintTransport(image, 'echo', shared);
  const batch = new BigInt64Array(size / 8).fill(42n);
  const times = Math.round(TOTAL / size / (shared ? 1 : 4));
  await transport.run(batch, Math.ceil(times / 4));
  let best = Infinity;
  for (let i = 0; i < runs; i++) best = Math.min(best, await timed(() => transport.run(batch, times)));
  return (times * size) / 1e6 / best;
}
