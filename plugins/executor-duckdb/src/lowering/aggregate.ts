import type { AggregateCall, AggregateNode } from '@arbalest/plan';
import { lowerExpression, orderByText } from './expression.js';
import type { Lowering } from './lowering.js';
import { quoteName } from './names.js';
import { columnNames, type Relation, selectText, whereText } from './relation.js';
import { castTo } from './types.js';

export function lowerAggregate(lowering: Lowering, node: AggregateNode): Relation {
  const input = lowering.aliases.bareColumns(lowering.lower(node.input));
  const width = node.groups.length + node.aggregates.length + node.groupingCalls.length;
  if (node.sets !== undefined) return lowering.aliases.derived(groupingSets(lowering, node, input, node.sets), width);
  const groups = node.groups.map((group) => lowerExpression(group, input.columns));
  const columns = [...groups, ...node.aggregates.map((call) => aggregateText(call, input.columns))];
  // By position: the same expression may be a group twice, and a constant group is a constant, not a position.
  const groupBy = groups.length === 0 ? '' : `GROUP BY ${groups.map((_, i) => i + 1).join(', ')}`;
  return lowering.aliases.derived(selectText({ ...input, columns }, { tail: groupBy }), width);
}

/** Every group gets a column of its own first: grouping sets tell them apart by column, and two groups may be the same expression. */
function groupingSets(lowering: Lowering, node: AggregateNode, input: Relation, sets: readonly (readonly number[])[]): string {
  const keys = node.groups.map((_, i) => `k${i}`);
  const carried = columnNames(input.columns.length);
  const below = [
    ...node.groups.map((group, i) => `${lowerExpression(group, input.columns)} AS ${keys[i]}`),
    ...input.columns.map((column, i) => `${column} AS ${carried[i]}`),
  ];
  const columns = [
    ...keys,
    ...node.aggregates.map((call) => aggregateText(call, carried)),
    ...node.groupingCalls.map((call) => `CAST(GROUPING(${call.map((position) => keys[position]).join(', ')}) AS BIGINT)`),
  ];
  const list = sets.map((set) => `(${set.map((position) => keys[position]).join(', ')})`);
  const from = `(SELECT ${below.join(', ') || 'NULL'} FROM ${input.from}${whereText(input.where)}) AS ${lowering.aliases.next()}`;
  return selectText({ from, columns, where: [], bare: false }, { tail: `GROUP BY GROUPING SETS (${list.join(', ')})` });
}

/** Names that exist only inside the optimiser, and the function that a statement calls. */
const PUBLIC_NAMES: Readonly<Record<string, string>> = { sum_no_overflow: 'sum' };

function aggregateText(call: AggregateCall, columns: readonly string[]): string {
  const filter = call.filter === undefined ? '' : ` FILTER (WHERE ${lowerExpression(call.filter, columns)})`;
  return castTo(`${functionText(call, columns)}${filter}`, call.type);
}

function functionText(call: AggregateCall, columns: readonly string[]): string {
  if (call.name === 'count_star' || (call.name === 'count' && call.args.length === 0)) return 'count(*)';
  const args = call.args.map((arg) => lowerExpression(arg, columns)).join(', ');
  const order = orderByText(call.orderBy, columns);
  return `${quoteName(PUBLIC_NAMES[call.name] ?? call.name)}(${call.distinct ? 'DISTINCT ' : ''}${args}${order === '' ? '' : ` ${order}`})`;
}
