import { type CopyTo, type CopyTargetRequest, type Statement, type TableWriter, userError } from '@arbalest/spi';
import type { Action } from './action.js';
import { bindQuery, executorFor } from './plan-query.js';
import type { StatementContext } from './statement-context.js';
import { writeQuery } from './write-query.js';

/** COPY query TO 'path'. */
export async function copyTo(statement: Statement & CopyTo, context: StatementContext): Promise<Action> {
  const { path, codec, options, partitionBy, overwrite } = statement;
  const logical = await bindQuery(statement.query, statement, context);
  const request: CopyTargetRequest = {
    path,
    baseDirectory: context.session.baseDirectory,
    options,
    partitionBy,
    overwrite,
    fields: logical.fields,
    ...(codec === undefined ? {} : { codec }),
  };
  await executorFor(logical, context);
  return writeQuery(
    logical,
    () => target(request, context),
    (rows) => `COPY ${rows}`,
    context,
  );
}

async function target(request: CopyTargetRequest, { names, signal }: StatementContext): Promise<TableWriter> {
  for (const catalog of names.inOrder()) {
    const writer = await catalog.copyTarget?.(request, signal);
    if (writer) return writer;
  }
  throw userError(
    'COPY_UNSUPPORTED',
    `No catalog writes to paths, so nothing can be copied to '${request.path}'; the bundled catalog 'files' does`,
  );
}
