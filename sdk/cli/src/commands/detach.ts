import { type Connection, type QueryOptions } from '@arbalest/client';
import { EXIT, UsageError } from '../exit-code.js';
import { standardOutput } from '../output/sink.js';

/** Submits the one statement of a script, prints its job, and says how to come back to it. */
export async function detach(
  db: Connection,
  script: string,
  url: string,
  options: Pick<QueryOptions, 'signal' | 'timeoutMs'>,
): Promise<number> {
  const [statement, second] = await db.parse(script, options.signal);
  if (statement === undefined || second !== undefined)
    throw new UsageError('--detach submits one statement; give settings with --set, and submit further statements one by one');
  const { job } = await db.submit(statement.text, undefined, options);
  await standardOutput().write(`${job}\n`);
  process.stderr.write(`It goes on by itself. Come back with: arbalest attach ${job} --connect ${url}\n`);
  return EXIT.ok;
}
