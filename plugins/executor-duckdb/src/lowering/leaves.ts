import type { OpaqueNode, TableFunctionNode, ValuesNode } from '@arbalest/plan';
import { castTo } from './types.js';
import { lowerExpression } from './expression.js';
import type { Lowering } from './lowering.js';
import { quoteName } from './names.js';
import type { Relation } from './relation.js';

export function lowerValues(lowering: Lowering, node: ValuesNode): Relation {
  const width = node.types.length;
  if (node.values.length === 0) {
    const list = width === 0 ? 'NULL' : node.types.map((type) => castTo('NULL', type)).join(', ');
    return lowering.aliases.derived(`SELECT ${list} WHERE false`, width);
  }
  if (width === 0)
    return lowering.aliases.table(node.values.length === 1 ? '(SELECT NULL)' : `(SELECT NULL FROM range(${node.values.length}))`, 0);
  const rows = node.values.map((row) => `(${row.map((value, i) => castTo(lowerExpression(value, []), node.types[i]!)).join(', ')})`);
  return lowering.aliases.derived(`VALUES ${rows.join(', ')}`, width);
}

export function lowerTableFunction(lowering: Lowering, node: TableFunctionNode): Relation {
  const args = node.args.map((arg) => lowerExpression(arg, []));
  const named = node.namedArgs.map(({ name, value }) => `${quoteName(name)} := ${lowerExpression(value, [])}`);
  const list = node.names.map((name, i) => castTo(quoteName(name), node.types[i]!)).join(', ') || 'NULL';
  return lowering.aliases.derived(`SELECT ${list} FROM ${quoteName(node.name)}(${[...args, ...named].join(', ')})`, node.types.length);
}

/** The query stands on lines of its own: it may end in a comment. */
export function lowerOpaque(lowering: Lowering, node: OpaqueNode): Relation {
  for (const { alias, table } of node.tables) lowering.sources.opaqueTable(node, alias, table);
  const query = node.query.replace(/;\s*$/, '');
  return lowering.aliases.derived(`SELECT * FROM (\n${query}\n)`, node.types.length);
}
