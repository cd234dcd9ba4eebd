import type { Statement } from '@arbalest/spi';

/** What a client is told of a statement that has changed the scheduler's state, where nothing more is known than that it did; undefined for one that changes none. */
export function appliedTag(statement: Statement): string | undefined {
  switch (statement.kind) {
    case 'create-external-table':
    case 'create-table':
      return 'CREATE TABLE';
    case 'create-view':
      return 'CREATE VIEW';
    case 'drop':
      return `DROP ${statement.object.toUpperCase()}`;
    case 'create-function':
      return 'CREATE FUNCTION';
    case 'create-functions-from-image':
      return 'CREATE FUNCTIONS';
    case 'drop-function':
      return 'DROP FUNCTION';
    default:
      return undefined;
  }
}
