import { internalError } from '@arbalest/spi';
import type { InlineResult } from '../messages.js';
import { joinIpcStream } from '../statement/split-ipc-stream.js';
import type { GraphRun } from './graph-run.js';

/** The rows of a graph that has ended in the mode `collect`, by column name: those of the attempts that won, and of no others. */
export async function collectedRows({ root }: GraphRun): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { tableFromIPC } = await import('apache-arrow');
  return root.tasks.flatMap(({ id, output }) => {
    if (!output?.inline)
      throw internalError('ROWS_MISSING', `The scheduler needs the rows of task ${root.id}/${id}, but they did not come with its status`);
    const rows = tableFromIPC(ipcStream(output.inline)).toArray() as { toJSON(): Record<string, unknown> }[];
    return rows.map((row) => row.toJSON());
  });
}

function ipcStream({ schema, batches }: InlineResult): Uint8Array {
  const empty = new Uint8Array(0);
  return joinIpcStream(
    schema ?? empty,
    (batches ?? []).map(({ metadata, body }) => ({ metadata: metadata ?? empty, body: body ?? empty })),
  );
}
