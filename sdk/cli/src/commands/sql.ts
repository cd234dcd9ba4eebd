import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Connection } from '@arbalest/client';
import { EXIT, UsageError } from '../exit-code.js';
import { openConnection, type ConnectionOptions } from '../open-connection.js';
import { runScript } from '../run-script.js';
import { terminalOf } from '../terminal.js';
import { onInterrupt } from '../interrupt.js';

export interface SqlOptions extends ConnectionOptions {
  readonly command?: string;
  readonly file?: string;
  readonly format: 'table' | 'csv' | 'json' | 'arrow' | 'parquet';
  readonly output?: string;
  readonly timeout?: number;
  readonly detach?: boolean;
}

/** `arbalest sql`: a script from the command line, a file or a pipe; a shell where there is none and a person sits there. */
export async function sql(options: SqlOptions): Promise<number> {
  checkUsage(options);
  const script = await scriptOf(options);
  const stop = new AbortController();
  using _ = onInterrupt(() => stop.abort(new Error('Cancelled')));
  await using db = await openConnection(options, stop.signal);
  if (options.detach && options.connect !== undefined) {
    const { detach } = await import('./detach.js');
    const timeoutMs = options.timeout === undefined ? undefined : Math.ceil(options.timeout * 1000);
    return await detach(db, script ?? '', options.connect, { signal: stop.signal, timeoutMs });
  }
  if (script === undefined) return await shell(db, options);
  return await runScript(db, script, {
    ...options,
    signal: stop.signal,
    summary: options.format === 'table' && terminalOf(process.stderr).interactive,
  });
}

function checkUsage({ command, file, format, output, detach, connect }: SqlOptions): void {
  if (command !== undefined && file !== undefined) throw new UsageError('give either -c or -f, not both');
  if (format === 'parquet' && output === undefined)
    throw new UsageError('--format parquet needs --output FILE: Parquet cannot be written to standard output');
  if (detach && connect === undefined) throw new UsageError('--detach needs --connect URL: what runs in this process ends with it');
  if (detach && (output !== undefined || format === 'parquet'))
    throw new UsageError('--detach writes no result; attach takes --format and --output, and COPY … TO writes files by itself');
}

async function scriptOf({ command, file }: SqlOptions): Promise<string | undefined> {
  if (command !== undefined) return command;
  if (file === '-') return text(process.stdin);
  if (file === undefined) return process.stdin.isTTY ? undefined : text(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`the file ${file} cannot be read: ${(error as Error).message}`);
  }
}

async function shell(db: Connection, options: SqlOptions): Promise<number> {
  const { Shell } = await import('../shell/shell.js');
  await new Shell(db, options).run();
  return EXIT.ok;
}
