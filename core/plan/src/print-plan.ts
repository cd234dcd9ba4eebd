import { typeToSql, type DataType, type Filter } from '@arbalest/spi';
import { childrenOf } from './children.js';
import type { Expression } from './expression.js';
import type { AggregateNode, JoinNode, PlanNode } from './plan-node.js';
import { printAggregate, printExpression, printInvokeCall, printSortKeys, printWindow } from './print-expression.js';

export interface PrintOptions {
  /** Append the estimated rows where a node has them. @default true */
  readonly rows?: boolean;
}

/** The plan as indented text, parents above their inputs, columns by position. Stable: the same plan gives the same text. Ends with a line break. */
export function printPlan(node: PlanNode, options: PrintOptions = {}): string {
  const lines: string[] = [];
  print(node, 0, options.rows ?? true, lines);
  return `${lines.join('\n')}\n`;
}

function print(node: PlanNode, depth: number, rows: boolean, lines: string[]): void {
  const estimate = rows && node.rows !== undefined ? `  ~${Math.round(node.rows)} rows` : '';
  lines.push(`${'  '.repeat(depth)}${describe(node)}${estimate}`);
  for (const child of childrenOf(node)) print(child, depth + 1, rows, lines);
}

function describe(node: PlanNode): string {
  switch (node.kind) {
    case 'scan':
      return `scan ${node.name} [${node.columns.map((column) => column.name).join(', ')}]${node.filters.length === 0 ? '' : ` where ${printFilters(node.filters)}`}`;
    case 'values':
      return `values ${printTypes(node.types)} ${node.values.map((row) => `(${printList(row)})`).join(', ')}`.trimEnd();
    case 'table-function':
      return `table-function ${node.name}(${[printList(node.args), ...node.namedArgs.map((arg) => `${arg.name} := ${printExpression(arg.value)}`)].filter((text) => text !== '').join(', ')}) as ${node.names.join(', ')}`;
    case 'filter':
      return `filter ${printExpression(node.predicate)}`;
    case 'project':
      return `project ${printList(node.expressions)}`;
    case 'invoke':
      return `invoke ${node.calls.map(printInvokeCall).join(', ')}${node.keep.length === 0 ? '' : ` keep ${printList(node.keep)}`}`;
    case 'aggregate':
      return describeAggregate(node);
    case 'distinct':
      return `distinct${node.on ? ` on ${printList(node.on)}` : ''}${node.orderBy.length === 0 ? '' : ` order by ${printSortKeys(node.orderBy)}`}`;
    case 'join':
      return describeJoin(node);
    case 'delim-get':
      return `delim-get ${printTypes(node.types)}`;
    case 'window':
      return `window ${node.windows.map(printWindow).join(', ')}`;
    case 'unnest':
      return `unnest ${printList(node.lists)}`;
    case 'sort':
      return `sort ${printSortKeys(node.keys)}`;
    case 'top-n':
      return `top-n ${node.limit}${node.offset === 0 ? '' : ` offset ${node.offset}`} by ${printSortKeys(node.keys)}`;
    case 'limit':
      return `limit ${node.limit ? printExpression(node.limit) : 'all'}${node.percent ? ' percent' : ''}${node.offset ? ` offset ${printExpression(node.offset)}` : ''}`;
    case 'set-operation':
      return `${node.op}${node.all ? ' all' : ''}`;
    case 'sample':
      return `sample ${node.method} ${node.percent}%${node.seed === undefined ? '' : ` seed ${node.seed}`}`;
    case 'cte':
      return `cte ${node.id} ${node.name}`;
    case 'cte-ref':
      return `cte-ref ${node.id}`;
    case 'opaque':
      return `${node.reason === '' ? 'statement' : `opaque (${node.reason})`} ${node.query.replaceAll(/\s+/g, ' ')}`;
    case 'exchange':
      return `exchange ${describeDistribution(node.distribution)}`;
    case 'input':
      return `input #${node.input} [${node.fields.map((field) => field.name).join(', ')}]`;
  }
}

function describeAggregate(node: AggregateNode): string {
  const by = node.groups.length === 0 ? '' : ` by ${printList(node.groups)}`;
  const sets = node.sets ? ` sets ${node.sets.map((set) => `(${set.join(', ')})`).join(', ')}` : '';
  const grouping = node.groupingCalls.map((call) => `grouping(${call.join(', ')})`);
  const calls = [...node.aggregates.map(printAggregate), ...grouping].join(', ');
  return `aggregate${calls === '' ? '' : ` ${calls}`}${by}${sets}`;
}

function describeJoin(node: JoinNode): string {
  const conditions = node.conditions.map(({ left, op, right }) => `${printExpression(left)} ${op} right.${printExpression(right)}`);
  const all = [...conditions, ...(node.predicate ? [printExpression(node.predicate)] : [])];
  const delim = node.delim ? ` delim ${node.delim.source} ${printList(node.delim.columns)}` : '';
  return `${node.asof ? 'asof ' : ''}${node.type} join${all.length === 0 ? '' : ` on ${all.join(' and ')}`}${delim}`;
}

function describeDistribution(distribution: Extract<PlanNode, { kind: 'exchange' }>['distribution']): string {
  switch (distribution.kind) {
    case 'hash':
      return `hash ${distribution.keys.map((key) => `#${key}`).join(', ')} in ${distribution.partitions}`;
    case 'spread':
      return `spread in ${distribution.partitions}`;
    default:
      return distribution.kind;
  }
}

function printFilters(filters: readonly Filter[]): string {
  return filters.map(printFilter).join(' and ');
}

function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'compare':
      return `${filter.column} ${filter.op} '${filter.value}'`;
    case 'in':
      return `${filter.column} in (${filter.values.map((value) => `'${value}'`).join(', ')})`;
    case 'or':
      return `(${filter.any.map(printFilters).join(' or ')})`;
    default:
      return `${filter.column} ${filter.kind === 'is-null' ? 'is null' : 'is not null'}`;
  }
}

function printList(expressions: readonly Expression[]): string {
  return expressions.map(printExpression).join(', ');
}

function printTypes(types: readonly DataType[]): string {
  return `[${types.map(typeToSql).join(', ')}]`;
}
