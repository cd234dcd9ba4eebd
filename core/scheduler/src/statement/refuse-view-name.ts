import { type TableName, userError } from '@arbalest/spi';
import { tableNameText } from '../session/table-name.js';
import type { StatementContext } from './statement-context.js';

/** Tables of the default catalog and views share their names. @throws user error `VIEW_EXISTS` */
export async function refuseViewName(name: TableName, { names, views }: StatementContext): Promise<void> {
  if (names.mayBeView(name) && (await views.get(name))) {
    throw userError('VIEW_EXISTS', `${tableNameText(name)} is a view; drop it first, or choose another name`);
  }
}
