import { internalError, type WrittenFile } from '@arbalest/spi';
import type { InlineResult } from '../messages.js';
import type { GraphRun } from '../run/graph-run.js';
import { joinIpcStream } from '../statement/split-ipc-stream.js';

/** The files of the attempts that won, and of no others. */
export async function writtenFiles({ root }: GraphRun): Promise<readonly WrittenFile[]> {
  const { tableFromIPC } = await import('apache-arrow');
  return root.tasks.flatMap(({ id, output }) => {
    if (!output?.inline)
      throw internalError('WRITE_LIST_MISSING', `Task ${root.id}/${id} wrote files, but its list of them did not come with its status`);
    const rows = tableFromIPC(ipcStream(output.inline)).toArray() as { toJSON(): Record<string, unknown> }[];
    return rows.map((row) => writtenFile(row.toJSON()));
  });
}

function ipcStream({ schema, batches }: InlineResult): Uint8Array {
  const empty = new Uint8Array(0);
  return joinIpcStream(
    schema ?? empty,
    (batches ?? []).map(({ metadata, body }) => ({ metadata: metadata ?? empty, body: body ?? empty })),
  );
}

function writtenFile({ path, rows, bytes }: Record<string, unknown>): WrittenFile {
  if (typeof path !== 'string') throw internalError('WRITE_LIST_SHAPE', 'The list of written files has no column path of text');
  return { path, rows: Number(rows ?? 0), bytes: Number(bytes ?? 0) };
}
