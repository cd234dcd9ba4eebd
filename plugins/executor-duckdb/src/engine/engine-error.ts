import type { ArbalestError } from '@arbalest/spi';
import { cancelledError, internalError, resourcesError, transientError, userError } from '@arbalest/spi';
import { httpError, recordError } from './file-error.js';

/** What an Arrow stream says when DuckDB asks it for rows that it gave already. */
export const RESCANNED = 'An Arrow input was scanned a second time, or after the query that it belongs to had ended';

/** How DuckDB says that one chunk of text needs more than 32-bit offsets. */
const TOO_LARGE = 'Arrow Appender: The maximum total string size';

/** What an engine error may say besides DuckDB's own words. */
export interface EngineLimits {
  readonly memoryBytes: number;
  readonly spillDirectory: string;
}

/**
 * DuckDB's errors begin with their kind, e.g. `Conversion Error: …`. The C API gives an error number for some results only, the text always, so the
 * text decides.
 */
export function engineError(text: string, limits: EngineLimits): ArbalestError {
  const { kind, message } = parts(text);
  if (text.includes(RESCANNED)) return internalError('INPUT_RESCANNED', RESCANNED);
  if (text.includes(TOO_LARGE))
    return userError(
      'VALUES_TOO_LARGE',
      'About two thousand values of one column take more than 2 GiB together; values that large cannot leave the engine',
    );
  switch (kind) {
    case 'Out of Memory':
      return outOfMemory(message, limits);
    case 'IO':
      return ioError(message, limits);
    case 'HTTP':
    case 'Network':
      return httpError(message) ?? transientError('NETWORK', message);
    case 'INTERRUPT':
      return cancelledError('CANCELLED', 'The query was cancelled');
    case 'INTERNAL':
    case 'FATAL':
      return internalError('ENGINE_INTERNAL', `DuckDB: ${message}`);
    case 'Permission':
      return refusedFile(message) ?? userError('PERMISSION', message);
    default:
      return recordError(message) ?? userError(userCode(kind, message), message);
  }
}

/** What a locked DuckDB says of a path outside of what it may open. */
export function refusedFile(message: string): ArbalestError | undefined {
  const path = /Cannot access (?:file|directory) "(.*)" - file system operations are disabled/.exec(message)?.[1];
  return path === undefined
    ? undefined
    : userError(
        'FILE_NOT_ALLOWED',
        `${path} is not, or leads out of, where statements may read and write: files.roots in the configuration`,
      );
}

/** True when the instance can no longer be used: DuckDB refuses everything after a fatal error. */
export function invalidatesInstance(text: string): boolean {
  return parts(text).kind === 'FATAL' || text.includes('database has been invalidated');
}

function parts(text: string): { kind: string; message: string } {
  const match = /^([A-Za-z][A-Za-z ]*?) Error: ([\s\S]*)$/.exec(text);
  if (match === null) return { kind: '', message: text };
  const [, kind, message] = match as unknown as [string, string, string];
  // The statement that DuckDB would show is the lowered one, which nobody wrote; only where that itself is wrong does it help.
  return { kind, message: (kind === 'Parser' ? message : message.replace(/\n+LINE \d+: [\s\S]*$/, '')).trim() };
}

function outOfMemory(message: string, limits: EngineLimits): ArbalestError {
  if (/max_temp_directory_size|failed to offload/i.test(message)) return diskFull(message, limits);
  const limit = `${Math.round(limits.memoryBytes / (1024 * 1024))} MiB`;
  return resourcesError(
    'OUT_OF_MEMORY',
    `The query needs more memory than the engine's limit of ${limit}; give the executor more memory or use more partitions. DuckDB: ${message}`,
  );
}

function ioError(message: string, limits: EngineLimits): ArbalestError {
  if (/no space left on device|disk full|max_temp_directory_size/i.test(message)) return diskFull(message, limits);
  return userError('FILE_READ', message);
}

function diskFull(message: string, { spillDirectory }: EngineLimits): ArbalestError {
  return resourcesError(
    'DISK_FULL',
    `No space is left on disk for the engine's intermediate data in ${spillDirectory}; free some, or give executors more memory. DuckDB: ${message}`,
  );
}

function userCode(kind: string, message: string): string {
  if (/^CSV Error/m.test(message) || (kind === 'Conversion' && /\bLine: \d+/.test(message))) return 'CSV_VALUE';
  if (kind === 'Invalid Input' && /parquet|magic bytes|snappy|zstd/i.test(message)) return 'FILE_READ';
  const codes: Readonly<Record<string, string>> = {
    Conversion: 'CONVERSION',
    'Out of Range': 'OUT_OF_RANGE',
    'Divide by Zero': 'DIVIDE_BY_ZERO',
    Constraint: 'CONSTRAINT',
    Binder: 'BIND',
    Catalog: 'BIND',
    Parser: 'SYNTAX',
    Syntax: 'SYNTAX',
    'Missing Extension': 'EXTENSION_MISSING',
    'Not implemented': 'NOT_SUPPORTED',
  };
  return codes[kind] ?? 'INVALID_INPUT';
}
