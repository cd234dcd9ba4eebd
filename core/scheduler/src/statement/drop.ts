import { type Statement, userError } from '@arbalest/spi';
import { tableNameText } from '../session/table-name.js';
import type { Action } from './action.js';
import type { StatementContext } from './statement-context.js';

type Drop = Statement & { kind: 'drop' };

/** DROP TABLE and DROP VIEW. */
export async function drop(statement: Drop, context: StatementContext): Promise<Action> {
  const { object, ifExists, name } = statement;
  const there = await context.names.relation(name, context.signal);
  if (!there) return ifExists ? dropped(object) : context.names.notFound(name, context.signal, object);
  if (there.kind !== object)
    throw userError('WRONG_OBJECT', `${tableNameText(name)} is a ${there.kind}; drop it with DROP ${there.kind.toUpperCase()}`);
  if (object === 'view') await context.views.drop(name);
  else await dropTable(statement, context);
  return dropped(object);
}

async function dropTable({ name }: Drop, { names, signal }: StatementContext): Promise<void> {
  const place = await names.place(name, signal);
  if (!place.catalog.drop) throw userError('CATALOG_READ_ONLY', `Catalog '${place.catalog.id}' does not drop tables`);
  await place.catalog.drop(place.name, signal);
}

function dropped(object: 'table' | 'view'): Action {
  return { kind: 'answer', tag: `DROP ${object.toUpperCase()}` };
}
