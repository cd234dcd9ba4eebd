import type { Job } from '@arbalest/client';
import { EXIT } from '../exit-code.js';
import { durationText } from '../output/amounts.js';
import { type ListColumn, printList } from '../output/listing.js';
import { connectAs } from '../remote-options.js';
import type { InspectionOptions } from './inspection-options.js';

export interface JobsOptions extends InspectionOptions {
  readonly limit: number;
  readonly json?: boolean;
}

/** Where users are told apart. */
const USER: ListColumn<Job> = { name: 'user', text: ({ user }) => user };

const COLUMNS: readonly ListColumn<Job>[] = [
  { name: 'job', text: ({ job }) => job },
  { name: 'state', text: ({ state }) => state },
  {
    name: 'done',
    text: ({ state, progress }) => (state === 'finished' ? '100 %' : progress && `${Math.floor(progress.fraction * 100)} %`),
    rightAligned: true,
  },
  { name: 'took', text: ({ elapsedMs }) => durationText(elapsedMs), rightAligned: true },
  { name: 'age', text: ({ submitted }) => durationText(Math.max(0, Date.now() - submitted.getTime())), rightAligned: true },
  { name: 'detached', text: ({ detached }) => (detached ? 'yes' : '') },
  { name: 'result until', text: ({ resultExpires }) => resultExpires?.toISOString().replace('T', ' ').slice(0, 19) },
  { name: 'error', text: ({ error }) => error?.code },
  { name: 'sql', text: ({ sql }) => sql.replace(/\s+/g, ' ').trim().slice(0, 200) },
];

export async function jobs(options: JobsOptions): Promise<number> {
  await using db = await connectAs(options.connect, options);
  const list = await db.jobs({ limit: options.limit });
  if (options.json || options.format === 'json') await printList(list.map(plain), [], 'json', '');
  else await printList(list, list.some(({ user }) => user !== '') ? [USER, ...COLUMNS] : COLUMNS, 'table', 'No jobs yet');
  return EXIT.ok;
}

/** An Error shows nothing of itself in JSON. */
function plain({ error, ...job }: Job): object {
  return error === undefined
    ? job
    : { ...job, error: { family: error.family, code: error.code, message: error.message, ...error.details } };
}
