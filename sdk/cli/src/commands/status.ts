import { type ExecutorInfo, type SchedulerState } from '@arbalest/client';
import { EXIT } from '../exit-code.js';
import { byteText, durationText } from '../output/amounts.js';
import { type ListColumn, printList } from '../output/listing.js';
import { standardOutput } from '../output/sink.js';
import { connectAs } from '../remote-options.js';
import type { InspectionOptions } from './inspection-options.js';

const SCHEDULER_COLUMNS: readonly ListColumn<SchedulerState>[] = [
  { name: 'scheduler', text: ({ url }) => url },
  { name: 'state', text: ({ state }) => state },
];

const COLUMNS: readonly ListColumn<ExecutorInfo>[] = [
  { name: 'executor', text: ({ executor }) => executor },
  { name: 'host', text: ({ host }) => host },
  { name: 'pid', text: ({ pid }) => String(pid), rightAligned: true },
  { name: 'state', text: ({ state }) => state },
  { name: 'slots', text: ({ slotsUsed, slots }) => `${slotsUsed}/${slots}`, rightAligned: true },
  { name: 'threads', text: ({ threads }) => String(threads), rightAligned: true },
  {
    name: 'memory',
    text: ({ memoryUsedBytes, memoryBytes }) => `${byteText(memoryUsedBytes)} of ${byteText(memoryBytes)}`,
    rightAligned: true,
  },
  { name: 'connected', text: ({ connected }) => durationText(Date.now() - connected.getTime()), rightAligned: true },
  { name: 'address', text: ({ address }) => address },
];

export async function status({ connect: url, format, ...flags }: InspectionOptions): Promise<number> {
  await using db = await connectAs(url, flags);
  const [schedulers, executors] = await Promise.all([db.schedulers(), db.executors()]);
  if (format === 'json') {
    await standardOutput().write(`${JSON.stringify({ schedulers, executors }, null, 2)}\n`);
    return EXIT.ok;
  }
  await printList(schedulers, SCHEDULER_COLUMNS, format, '');
  await printList(executors, COLUMNS, format, `No executors. Start one with: arbalest executor --scheduler ${url}`);
  return EXIT.ok;
}
