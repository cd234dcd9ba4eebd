import { EXIT } from '../exit-code.js';
import { standardOutput } from '../output/sink.js';
import { connectAs } from '../remote-options.js';
import type { InspectionOptions } from './inspection-options.js';

export async function cancel(job: string, { connect: url, format, ...flags }: InspectionOptions): Promise<number> {
  await using db = await connectAs(url, flags);
  const cancelled = await db.cancel(job);
  if (format === 'json') await standardOutput().write(`${JSON.stringify({ job, cancelled })}\n`);
  if (cancelled) {
    if (format === 'table') await standardOutput().write(`Cancelled ${job}\n`);
    return EXIT.ok;
  }
  process.stderr.write(`Error: No job ${job} is running; see: arbalest jobs --connect ${url}\n`);
  return EXIT.failed;
}
