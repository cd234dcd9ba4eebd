import { readFileSync } from 'node:fs';
import { connect } from '@arbalest/client';
import { startCluster } from '@arbalest/test-kit';
import { tenMillionRows } from './ten-million-rows.js';
import { textTable } from './text-table.js';

/** What the client does with a batch takes it so long. */
const PAUSE_MS = 30;

/** Ten million rows to a client that takes its time: the highest resident memory of every process. */
export async function run(): Promise<void> {
  const file = await tenMillionRows();
  await using cluster = await startCluster({ executors: 2, threads: 1, memory: '1GB' });
  await using db = await connect(cluster.url);
  const begin = performance.now();
  let rows = 0;
  let bytes = 0;
  for await (const batch of db.sql(`SELECT * FROM '${file}'`).batches()) {
    rows += batch.rows;
    bytes += batch.body.length;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  const processes: [string, number][] = [
    ['client', process.pid],
    ['scheduler', cluster.scheduler.pid],
    ...cluster.executors.map(({ pid }, i): [string, number] => [`executor ${i + 1}`, pid]),
  ];
  console.log(`${rows} rows, ${(bytes / 1e6).toFixed(0)} MB of Arrow data in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  console.log(
    textTable(
      ['process', 'peak MB'],
      processes.map(([name, pid]) => [name, String(peakMegabytes(pid))]),
    ),
  );
}

/** `VmHWM` of the process, in MB; Linux only. */
function peakMegabytes(pid: number): number {
  const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(line?.[1] ?? NaN) / 1024);
}
