import type { ArbalestError } from '@arbalest/spi';
import { userError } from '@arbalest/spi';

/**
 * What DuckDB has against one record of a text file, as one sentence that names file, line, column and value. Its own words go on for a page, with
 * advice on options that are already set.
 */
export function recordError(message: string): ArbalestError | undefined {
  return csvError(message) ?? jsonError(message);
}

/** What a store answered with, where trying again would not help. */
export function httpError(message: string): ArbalestError | undefined {
  const status = /\(HTTP (\d{3})/.exec(message)?.[1];
  const where = /'([^']+)'/.exec(message)?.[1] ?? 'The file';
  const said = message.split('\n')[0]!;
  if (status === '401' || status === '403')
    return userError('FILE_UNREADABLE', `${where} cannot be read with the configured credentials: ${said}`);
  if (status === '404') return userError('FILE_NOT_FOUND', `Nothing is at ${where}: ${said}`);
  return undefined;
}

function csvError(message: string): ArbalestError | undefined {
  const line = /^CSV Error on Line: (\d+)/.exec(message)?.[1];
  const file = /^ {2}file = (.+)$/m.exec(message)?.[1];
  if (line === undefined || file === undefined) return undefined;
  const paragraph = message.split('\n\n')[0]!.split('\n').slice(1);
  const reason = paragraph.filter((text) => !text.startsWith('Original Line: ')).join(' ');
  const original = paragraph.find((text) => text.startsWith('Original Line: '))?.slice('Original Line: '.length);
  const column = /converting column "(.+?)"\./.exec(reason)?.[1];
  const advice =
    column === undefined ? 'correct the line' : `correct the value, or give the column another type: types = {'${column}': 'VARCHAR'}`;
  const shown = original === undefined ? '' : ` (the line is: ${shortened(original)})`;
  return userError('CSV_VALUE', `${file}, line ${line}: ${reason}${shown}; ${advice}, or leave such lines out with ignore_errors = true`);
}

function jsonError(message: string): ArbalestError | undefined {
  const match =
    /^(?:Invalid Input Error: )?(JSON transform error|Malformed JSON) in file "(.+?)", (?:in|at byte \d+ in) (line|record\/value|record|value) (\d+): (.*)/.exec(
      message,
    );
  if (match === null) return undefined;
  const [, kind, file, unit, number, reason] = match;
  const advice = kind === 'Malformed JSON' ? 'correct the record' : 'correct the value, or declare the column with another type';
  return userError('JSON_VALUE', `${file}, ${unit} ${number}: ${reason}; ${advice}, or leave such records out with ignore_errors = true`);
}

function shortened(line: string): string {
  return line.length <= 120 ? line : `${line.slice(0, 120)}…`;
}
