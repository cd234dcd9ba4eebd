import { internalError, type WrittenFile } from '@arbalest/spi';
import { collectedRows } from '../run/collected-rows.js';
import type { GraphRun } from '../run/graph-run.js';

/** The files of the attempts that won, and of no others. */
export async function writtenFiles(graph: GraphRun): Promise<readonly WrittenFile[]> {
  return (await collectedRows(graph)).map(writtenFile);
}

function writtenFile({ path, rows, bytes }: Readonly<Record<string, unknown>>): WrittenFile {
  if (typeof path !== 'string') throw internalError('WRITE_LIST_SHAPE', 'The list of written files has no column path of text');
  return { path, rows: Number(rows ?? 0), bytes: Number(bytes ?? 0) };
}
