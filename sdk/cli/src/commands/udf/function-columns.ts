import { byteText, countText, durationText } from '../../output/amounts.js';
import type { ListColumn } from '../../output/listing.js';

/** As a statement about functions gives it. Columns stand in the order in which they are wanted. */
export type Row = Readonly<Record<string, unknown>>;
type Columns = readonly ListColumn<Row>[];

const words = (key: string, name = key): ListColumn<Row> => ({ name, text: (row) => wordsOf(row[key]) });
const figure = (key: string, name: string, text: (value: number) => string): ListColumn<Row> => ({
  name,
  text: (row) => text(Number(row[key] ?? 0)),
  rightAligned: true,
});

const SIGNATURE: Columns = [words('name'), words('arguments'), words('returns'), words('kind')];
const DOC: ListColumn<Row> = { name: 'what it does', text: (row) => firstSentence(wordsOf(row['doc'])) };

export const DESCRIBED: Columns = [...SIGNATURE, DOC];

export const LISTED: Columns = [
  ...SIGNATURE,
  words('source'),
  {
    name: 'digest',
    text: (row) =>
      wordsOf(row['digest'])
        .replace(/^sha256:/, '')
        .slice(0, 12),
  },
  words('language'),
  DOC,
];

export const LOGS: Columns = [words('time'), words('function'), words('text'), words('job')];

export const STATS: Columns = [
  { name: 'function', text: (row) => `${wordsOf(row['function'])}(${wordsOf(row['arguments'])})${replaced(row)}` },
  figure('calls', 'calls', countText),
  figure('rows', 'rows', countText),
  figure('milliseconds', 'took', durationText),
  figure('rows_per_second', 'rows/s', countText),
  figure('failed_rows', 'failed rows', countText),
  figure('cpu_milliseconds', 'CPU', durationText),
  figure('bytes_in', 'sent', byteText),
  figure('bytes_out', 'received', byteText),
  figure('cold_starts', 'cold starts', countText),
  figure('retries', 'retries', countText),
  { name: 'last used', text: (row) => wordsOf(row['last_used']).replace('T', ' ').slice(0, 19) },
];

export const ERRORS: Columns = [words('failed_at', 'time'), words('function'), words('arguments'), words('message'), words('job')];

/** What its calls have cost stays to be seen. */
function replaced(row: Row): string {
  return row['current'] === false ? ', replaced' : '';
}

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function firstSentence(text: string): string {
  return text.split('\n')[0]!.replace(/\.(?: .*)?$/, '');
}
