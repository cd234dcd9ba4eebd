import type { Statement } from '@arbalest/spi';
import type { Action } from './action.js';
import { copyTo } from './copy.js';
import { createExternalTable } from './create-external-table.js';
import { createFunction } from './create-function.js';
import { createFunctionsFromImage } from './create-functions-from-image.js';
import { createTable } from './create-table.js';
import { createView } from './create-view.js';
import { describeQuery } from './describe.js';
import { describeFunction } from './describe-function.js';
import { drop } from './drop.js';
import { dropFunction } from './drop-function.js';
import { explain } from './explain.js';
import { insert } from './insert.js';
import { runQuery } from './query.js';
import { reset, set, showSettings } from './set.js';
import { showFunctionActivity } from './show-function-activity.js';
import { showFunctions } from './show-functions.js';
import { showTables } from './show-tables.js';
import type { StatementContext } from './statement-context.js';

/** What is to be done for a statement; for those that need no executor it is done by then. */
export async function understand(statement: Statement, context: StatementContext): Promise<Action> {
  switch (statement.kind) {
    case 'query':
      return runQuery(statement, context);
    case 'explain':
      return explain(statement, context);
    case 'create-external-table':
      return createExternalTable(statement, context);
    case 'create-table':
      return createTable(statement, context);
    case 'insert':
      return insert(statement, context);
    case 'copy':
      return copyTo(statement, context);
    case 'create-view':
      return createView(statement, context);
    case 'drop':
      return drop(statement, context);
    case 'show-tables':
      return showTables(context);
    case 'describe':
      return describeQuery(statement, context);
    case 'set':
      return set(statement, context);
    case 'reset':
      return reset(statement, context);
    case 'show-settings':
      return showSettings(context);
    case 'create-function':
      return createFunction(statement, context);
    case 'create-functions-from-image':
      return createFunctionsFromImage(statement, context);
    case 'drop-function':
      return dropFunction(statement, context);
    case 'show-functions':
      return showFunctions(context);
    case 'describe-function':
      return describeFunction(statement, context);
    case 'show-function':
      return showFunctionActivity(statement, context);
  }
}
