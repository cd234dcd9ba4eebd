import { byteText, countText, durationText } from '../../output/amounts.js';
import type { ListColumn } from '../../output/listing.js';

/** As a statement about functions gives it. */
export type Row = Readonly<Record<string, unknown>>;
type Columns = readonly ListColumn<Row>[];

const words = (key: string, name = key): ListColumn<Row> => ({ name, text: (row) => wordsOf(row[key]) });
const figure = (key: string, name: string, text: (value: number) => string): ListColumn<Row> => ({
  name,
  text: (row) => text(Number(row[key] ?? 0)),
  rightAligned: true,
});

const SIGNATURE: Columns = [words('name'), words('kind'), words('arguments'), words('returns')];
const DOC: ListColumn<Row> = { name: 'what it does', text: (row) => firstSentence(wordsOf(row['doc'])) };

export const DESCRIBED: Columns = [...SIGNATURE, DOC];

export const LISTED: Columns = [
  ...SIGNATURE,
  words('language'),
  words('source'),
  {
    name: 'digest',
    text: (row) =>
      wordsOf(row['digest'])
        .replace(/^sha256:/, '')
        .slice(0, 12),
  },
  DOC,
];

export const LOGS: Columns = [words('time'), words('job'), words('function'), words('text')];

export const STATS: Columns = [
  { name: 'function', text: (row) => `${wordsOf(row['function'])}(${wordsOf(row['arguments'])})` },
  figure('calls', 'calls', countText),
  figure('rows', 'rows', countText),
  figure('bytes_in', 'sent', byteText),
  figure('bytes_out', 'received', byteText),
  figure('milliseconds', 'took', durationText),
  figure('cpu_milliseconds', 'CPU', durationText),
  figure('rows_per_second', 'rows/s', countText),
  figure('failed_rows', 'failed rows', countText),
  figure('retries', 'retries', countText),
  figure('cold_starts', 'cold starts', countText),
  { name: 'last used', text: (row) => wordsOf(row['last_used']).replace('T', ' ').slice(0, 19) },
  // Of one that was replaced, what its calls cost stays to be seen.
  { name: '', text: (row) => (row['current'] === false ? 'replaced' : '') },
];

export const ERRORS: Columns = [words('failed_at', 'time'), words('job'), words('function'), words('arguments'), words('message')];

function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function firstSentence(text: string): string {
  return text.split('\n')[0]!.replace(/\.(?: .*)?$/, '');
}
