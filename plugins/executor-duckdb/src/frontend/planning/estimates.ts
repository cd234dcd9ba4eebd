import type { Table } from '@arbalest/spi';

/** What an unknown table is taken for: large enough not to be the side of a join that is kept in memory by choice. */
const UNKNOWN_ROWS = 1_000_000;
/** Stored bytes of a row where only the size of a table is known. */
const BYTES_PER_ROW = 50;

/** Rows that the optimiser is told. */
export function plannedRows({ statistics }: Table): number {
  if (statistics.rows !== undefined) return Math.max(0, Math.round(statistics.rows));
  if (statistics.bytes !== undefined) return Math.max(1, Math.round(statistics.bytes / BYTES_PER_ROW));
  return UNKNOWN_ROWS;
}
