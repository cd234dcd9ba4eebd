import type { JoinNode } from '@arbalest/plan';
import { lowerExpression } from './expression.js';
import { conditionsText } from './join-conditions.js';
import type { Lowering } from './lowering.js';
import { columnNames, type Relation, rightSide as rightText, selectText, whereText } from './relation.js';

const MESSAGE = 'More than one row returned by a subquery used as an expression - scalar subqueries can only return a single row';
const FAIL = `CAST(error('${MESSAGE}') AS BOOLEAN)`;

/**
 * Like a left join, but a second match is an error. With equalities only, the right side is grouped by their keys, which counts the matches before the join; otherwise
 * the left rows are numbered and their matches counted behind it.
 */
export function lowerSingleJoin(lowering: Lowering, node: JoinNode, leftSide: Relation, rightSide: Relation): Relation {
  const byKeys =
    node.predicate === undefined && node.conditions.every((condition) => condition.op === '=' || condition.op === 'IS NOT DISTINCT FROM');
  return byKeys ? groupedSingle(lowering, node, leftSide, rightSide) : countedSingle(lowering, node, leftSide, rightSide);
}

function groupedSingle(lowering: Lowering, node: JoinNode, leftSide: Relation, rightSide: Relation): Relation {
  const left = lowering.aliases.bare(leftSide);
  const right = lowering.aliases.bareColumns(rightSide);
  const keys = node.conditions.map((condition) => lowerExpression(condition.right, right.columns));
  const columns = [...keys, 'count(*)', ...right.columns.map((column) => `first(${column})`)];
  const groupBy = keys.length === 0 ? '' : `GROUP BY ${keys.map((_, i) => i + 1).join(', ')}`;
  const grouped = lowering.aliases.derived(selectText({ ...right, columns }, { tail: groupBy }), columns.length);
  const on = node.conditions.map(
    (condition, i) => `(${lowerExpression(condition.left, left.columns)} ${condition.op} ${grouped.columns[i]})`,
  );
  return {
    from: `${left.from} LEFT JOIN ${grouped.from} ON ${on.join(' AND ') || 'true'}`,
    columns: [...left.columns, ...grouped.columns.slice(keys.length + 1)],
    where: [`CASE WHEN ${grouped.columns[keys.length]} > 1 THEN ${FAIL} ELSE true END`],
    bare: true,
    joined: true,
  };
}

function countedSingle(lowering: Lowering, node: JoinNode, leftSide: Relation, rightSide: Relation): Relation {
  const { aliases } = lowering;
  const width = leftSide.columns.length;
  const source = aliases.bareColumns(leftSide);
  const numbered = aliases.derived(selectText({ ...source, columns: [...source.columns, 'row_number() OVER ()'] }), width + 1);
  const right = aliases.bare(rightSide);
  const left = numbered.columns.slice(0, width);
  const names = columnNames(width + right.columns.length);
  const list = [...left, ...right.columns].map((column, i) => `${column} AS ${names[i]}`);
  const join = `${numbered.from} LEFT JOIN ${rightText(right)} ON ${conditionsText(node, left, right.columns) || 'true'}`;
  const counted = aliases.table(
    `(SELECT ${list.join(', ')}, count(*) OVER (PARTITION BY ${numbered.columns[width]}) AS matches FROM ${join})`,
    names.length + 1,
  );
  const text = `SELECT ${counted.columns
    .slice(0, -1)
    .map((column, i) => `${column} AS ${names[i]}`)
    .join(', ')} FROM ${counted.from}`;
  return aliases.derived(`${text}${whereText([`CASE WHEN ${counted.columns.at(-1)} > 1 THEN ${FAIL} ELSE true END`])}`, names.length);
}
