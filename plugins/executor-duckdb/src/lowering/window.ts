import type { FrameBound, WindowCall, WindowFrame, WindowNode } from '@arbalest/plan';
import { lowerExpression, orderByText } from './expression.js';
import type { Lowering } from './lowering.js';
import { quoteName } from './names.js';
import { type Relation, selectText } from './relation.js';
import { castTo } from './types.js';

export function lowerWindow(lowering: Lowering, node: WindowNode): Relation {
  const input = lowering.aliases.bareColumns(lowering.lower(node.input));
  const columns = [...input.columns, ...node.windows.map((window) => windowText(window, input.columns))];
  return lowering.aliases.derived(selectText({ ...input, columns }), columns.length);
}

function windowText(window: WindowCall, columns: readonly string[]): string {
  const filter = window.filter === undefined ? '' : ` FILTER (WHERE ${lowerExpression(window.filter, columns)})`;
  const partition = window.partitionBy.map((key) => lowerExpression(key, columns)).join(', ');
  const parts = [
    partition === '' ? '' : `PARTITION BY ${partition}`,
    orderByText(window.orderBy, columns),
    frameText(window.frame, columns),
  ];
  return castTo(`${functionText(window, columns)}${filter} OVER (${parts.filter((part) => part !== '').join(' ')})`, window.type);
}

function functionText(window: WindowCall, columns: readonly string[]): string {
  if (window.name === 'count_star' || (window.name === 'count' && window.args.length === 0)) return 'count(*)';
  const args = [...window.args, ...offsetAndDefault(window)].map((arg) => lowerExpression(arg, columns)).join(', ');
  const order = orderByText(window.argOrderBy, columns);
  const name = window.name === 'sum_no_overflow' ? 'sum' : window.name;
  return `${quoteName(name)}(${window.distinct ? 'DISTINCT ' : ''}${args}${order === '' ? '' : ` ${order}`}${window.ignoreNulls ? ' IGNORE NULLS' : ''})`;
}

/** A default can only be given after an offset. */
function offsetAndDefault(window: WindowCall) {
  const one = { kind: 'constant', value: '1', type: { id: 'BIGINT' } } as const;
  if (window.default !== undefined) return [window.offset ?? one, window.default];
  return window.offset === undefined ? [] : [window.offset];
}

const EXCLUDE = { 'no-others': '', 'current-row': ' EXCLUDE CURRENT ROW', group: ' EXCLUDE GROUP', ties: ' EXCLUDE TIES' } as const;

function frameText(frame: WindowFrame, columns: readonly string[]): string {
  const bound = (end: FrameBound): string => boundText(end, columns);
  return `${frame.unit.toUpperCase()} BETWEEN ${bound(frame.start)} AND ${bound(frame.end)}${EXCLUDE[frame.exclude]}`;
}

function boundText(bound: FrameBound, columns: readonly string[]): string {
  switch (bound.kind) {
    case 'unbounded-preceding':
      return 'UNBOUNDED PRECEDING';
    case 'unbounded-following':
      return 'UNBOUNDED FOLLOWING';
    case 'current-row':
      return 'CURRENT ROW';
    default:
      return `${lowerExpression(bound.offset, columns)} ${bound.kind.toUpperCase()}`;
  }
}
