import type { Split } from '@arbalest/spi';
import { hashText, mix } from '../engine/sim-random.js';
import type { StageOp } from './stage-op.js';

/** Rows are numbers that tell what they were made of; a set of rows is known by them, whatever their order. */
export type Rows = readonly number[];

/** What an attempt makes. */
export interface Content {
  readonly partitions: readonly Rows[];
  /** Which attempts of tasks that may answer otherwise the second time are in it: `stage/task#attempt`. */
  readonly versions: ReadonlySet<string>;
}

export function rowsOfSplit({ file }: Pick<Split, 'file'>): Rows {
  const seed = hashText(file.path);
  return Array.from({ length: (seed >>> 3) % 5 }, (_, i) => mix(seed + i));
}

/** What a task makes of its rows, by table and by input. */
export function applyOp(op: StageOp, tables: readonly Rows[], inputs: readonly Rows[]): Rows {
  const taken = [...tables, ...inputs];
  const intake = [...op.tables, ...op.inputs];
  const side = taken.filter((_, i) => intake[i] === 'digest').reduce((sum, rows) => (sum + digest(rows)) | 0, op.label);
  const rows = taken.flatMap((rows, i) => (intake[i] === 'rows' ? rows : []));
  return op.kind === 'digest' ? [mix(digest(rows) + side)] : rows.map((row) => mix(row + side));
}

/** @param salt another one sends the rows elsewhere */
export function partitioned(rows: Rows, partitions: number, salt: number): readonly Rows[] {
  if (partitions <= 1) return [rows];
  const parts: number[][] = Array.from({ length: partitions }, () => []);
  for (const row of rows) parts[(mix(row + salt) >>> 0) % partitions]!.push(row);
  return parts;
}

export function asText(rows: Rows): string {
  return [...rows]
    .sort((a, b) => a - b)
    .map((row) => (row >>> 0).toString(36))
    .join(' ');
}

function digest(rows: Rows): number {
  return rows.reduce((sum, row) => (sum + mix(row + 1)) | 0, 0);
}
