import { EXIT } from '../exit-code.js';
import { onInterrupt } from '../interrupt.js';
import type { StreamFormat } from '../output/result-writer.js';
import { runStatements } from '../run-script.js';
import { connectAs, type RemoteFlags } from '../remote-options.js';
import { terminalOf } from '../terminal.js';

export interface AttachCommandOptions extends RemoteFlags {
  readonly connect: string;
  readonly format: StreamFormat;
  readonly output?: string;
  readonly release?: boolean;
}

/** `arbalest attach`: progress, then the result of a statement that was submitted before. Leaving it leaves the statement. */
export async function attach(
  job: string,
  { connect: url, format, output, release = false, ...flags }: AttachCommandOptions,
): Promise<number> {
  const stop = new AbortController();
  using _ = onInterrupt(() =>
    stop.abort(new Error(`Left; the statement goes on. Come back with: arbalest attach ${job} --connect ${url}`)),
  );
  await using db = await connectAs(url, flags, { signal: stop.signal });
  const code = await runStatements(
    async function* (options) {
      yield db.attach(job, options);
    },
    '',
    { format, output, signal: stop.signal, summary: format === 'table' && terminalOf(process.stderr).interactive },
  );
  if (code === EXIT.ok && release) await db.release(job);
  return code;
}
