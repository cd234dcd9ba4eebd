import { outputTypes, type PlanNode, type WindowCall } from '@arbalest/plan';
import { BIGINT, column } from '../expressions.js';

const ROW_NUMBER: WindowCall = {
  name: 'row_number',
  aggregate: false,
  args: [],
  partitionBy: [],
  orderBy: [],
  frame: { unit: 'rows', start: { kind: 'unbounded-preceding' }, end: { kind: 'current-row' }, exclude: 'no-others' },
  distinct: false,
  ignoreNulls: false,
  argOrderBy: [],
  type: BIGINT,
};

/** Whether the rows come in an order that somebody asked for. */
export function isOrdered(node: PlanNode): boolean {
  switch (node.kind) {
    case 'sort':
    case 'top-n':
      return true;
    case 'filter':
    case 'project':
    case 'limit':
    case 'window':
    case 'unnest':
      return isOrdered(node.input);
    default:
      return false;
  }
}

/** The rows with their number in the order they come in, from 1, as the last column. */
export function numberedRows(node: PlanNode): PlanNode {
  return { kind: 'window', input: node, windows: [ROW_NUMBER], ...(node.rows !== undefined && { rows: node.rows }) };
}

/** Engines that call functions, and joins, need not keep the order of rows. */
export function inOrderAgain(node: PlanNode, rowNumber: number): PlanNode {
  const key = { expression: column(rowNumber, outputTypes(node)[rowNumber]!), descending: false, nullsFirst: false };
  return { kind: 'sort', input: node, keys: [key], ...(node.rows !== undefined && { rows: node.rows }) };
}
