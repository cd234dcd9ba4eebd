import type { Filter } from '@arbalest/spi';
import { arbalest } from '@arbalest/proto';
import type { Distribution, JoinNode, JoinType, PlanNode } from '../plan-node.js';
import {
  COMPARISON_OPS,
  decodeAggregate,
  decodeColumns,
  decodeExpression,
  decodeInvokeCall,
  decodeSortKeys,
  decodeWindow,
} from './decode-expression.js';
import { PLAN_FORMAT_VERSION } from './encode-plan.js';
import { PlanReader } from './plan-reader.js';
import { TypeTableReader } from './type-table.js';
import { malformed, oneOf } from './wire-reading.js';

type WireNode = arbalest.plan.v1.INode;

const JOIN_TYPES: readonly JoinType[] = ['inner', 'left', 'right', 'full', 'semi', 'anti', 'mark', 'single', 'right-semi', 'right-anti'];
const FILTER_OPS = ['=', '<>', '<', '<=', '>', '>='] as const;

/**
 * The plan that `encodePlan` wrote.
 *
 * @throws internal error `PLAN_FORMAT` for bytes of another version, and for anything it does not know
 */
export function decodePlan(bytes: Uint8Array): PlanNode {
  const plan = parse(bytes);
  if (plan.version !== PLAN_FORMAT_VERSION)
    throw malformed(`its version is ${plan.version}, and only ${PLAN_FORMAT_VERSION} is understood`);
  const reader = new PlanReader(new TypeTableReader(plan.types));
  for (const expression of plan.expressions) reader.expressions.push(decodeExpression(expression, reader));
  for (const node of plan.nodes) reader.nodes.push(decodeNode(node, reader));
  return reader.node(plan.nodes.length - 1);
}

function parse(bytes: Uint8Array): arbalest.plan.v1.Plan {
  try {
    return arbalest.plan.v1.Plan.decode(bytes);
  } catch (cause) {
    throw malformed(`the bytes are not a plan (${String(cause)})`);
  }
}

function decodeNode(message: WireNode, reader: PlanReader): PlanNode {
  const node = decodeLeaf(message, reader) ?? decodeRows(message, reader) ?? decodeShape(message, reader);
  if (!node) throw malformed('the kind of an operator is not set or not known');
  return message.rows == null ? node : { ...node, rows: message.rows };
}

function decodeLeaf(wire: WireNode, reader: PlanReader): PlanNode | undefined {
  if (wire.scan) return decodeScan(wire.scan, reader);
  if (wire.values) {
    return {
      kind: 'values',
      types: reader.types.all(wire.values.types),
      values: (wire.values.values ?? []).map((row) => reader.expressionList(row.positions)),
    };
  }
  if (wire.tableFunction) {
    const { name, args, namedArgs, names, types: columns } = wire.tableFunction;
    return {
      kind: 'table-function',
      name: name ?? '',
      args: reader.expressionList(args),
      namedArgs: (namedArgs ?? []).map((arg) => ({ name: arg.name ?? '', value: reader.expression(arg.value) })),
      names: names ?? [],
      types: reader.types.all(columns),
    };
  }
  if (wire.delimGet) return { kind: 'delim-get', types: reader.types.all(wire.delimGet.types) };
  if (wire.cteRef) return { kind: 'cte-ref', id: wire.cteRef.id ?? 0, types: reader.types.all(wire.cteRef.types) };
  if (wire.opaque) {
    const { query, tables, types: columns, reason } = wire.opaque;
    const aliases = (tables ?? []).map((entry) => ({ alias: entry.alias ?? '', table: entry.table ?? 0 }));
    return { kind: 'opaque', query: query ?? '', tables: aliases, types: reader.types.all(columns), reason: reason ?? '' };
  }
  if (wire.input) {
    const fields = (wire.input.fields ?? []).map((field) => ({
      name: field.name ?? '',
      type: reader.type(field.type),
      nullable: field.nullable ?? false,
    }));
    return { kind: 'input', input: wire.input.input ?? 0, fields };
  }
  return undefined;
}

/** Operators that work row by row, or on all rows at once. */
function decodeRows(wire: WireNode, reader: PlanReader): PlanNode | undefined {
  if (wire.filter) return { kind: 'filter', input: reader.node(wire.filter.input), predicate: reader.expression(wire.filter.predicate) };
  if (wire.project)
    return { kind: 'project', input: reader.node(wire.project.input), expressions: reader.expressionList(wire.project.expressions) };
  if (wire.invoke) {
    const calls = (wire.invoke.calls ?? []).map((call) => decodeInvokeCall(call, reader));
    return { kind: 'invoke', input: reader.node(wire.invoke.input), keep: decodeColumns(wire.invoke.keep, reader), calls };
  }
  if (wire.aggregate) return decodeAggregateNode(wire.aggregate, reader);
  if (wire.distinct) {
    const { on, orderBy } = wire.distinct;
    return {
      kind: 'distinct',
      input: reader.node(wire.distinct.input),
      ...(on && { on: reader.expressionList(on.positions) }),
      orderBy: decodeSortKeys(orderBy, reader),
    };
  }
  if (wire.window)
    return {
      kind: 'window',
      input: reader.node(wire.window.input),
      windows: (wire.window.windows ?? []).map((call) => decodeWindow(call, reader)),
    };
  if (wire.unnest) return { kind: 'unnest', input: reader.node(wire.unnest.input), lists: reader.expressionList(wire.unnest.lists) };
  if (wire.sort) return { kind: 'sort', input: reader.node(wire.sort.input), keys: decodeSortKeys(wire.sort.keys, reader) };
  if (wire.topN) {
    return {
      kind: 'top-n',
      input: reader.node(wire.topN.input),
      keys: decodeSortKeys(wire.topN.keys, reader),
      limit: wire.topN.limit ?? 0,
      offset: wire.topN.offset ?? 0,
    };
  }
  return undefined;
}

function decodeShape(wire: WireNode, reader: PlanReader): PlanNode | undefined {
  if (wire.join) return decodeJoin(wire.join, reader);
  if (wire.limit) {
    const limit = reader.optionalExpression(wire.limit.limit);
    const offset = reader.optionalExpression(wire.limit.offset);
    return {
      kind: 'limit',
      input: reader.node(wire.limit.input),
      ...(limit && { limit }),
      percent: wire.limit.percent ?? false,
      ...(offset && { offset }),
    };
  }
  if (wire.setOperation) {
    const op = oneOf(['union', 'intersect', 'except'] as const, wire.setOperation.op, 'a set operation');
    return {
      kind: 'set-operation',
      op,
      all: wire.setOperation.all ?? false,
      inputs: (wire.setOperation.inputs ?? []).map((child) => reader.node(child)),
    };
  }
  if (wire.sample) {
    const { input, percent, seed } = wire.sample;
    const method = oneOf(['bernoulli', 'system'] as const, wire.sample.method, 'a sampling method');
    return { kind: 'sample', input: reader.node(input), method, percent: percent ?? 0, ...(seed != null && { seed }) };
  }
  if (wire.cte) {
    const { id, name, definition, consumer } = wire.cte;
    return { kind: 'cte', id: id ?? 0, name: name ?? '', definition: reader.node(definition), consumer: reader.node(consumer) };
  }
  if (wire.exchange) return { kind: 'exchange', input: reader.node(wire.exchange.input), distribution: decodeDistribution(wire.exchange) };
  return undefined;
}

function decodeScan(wire: arbalest.plan.v1.IScan, reader: PlanReader): PlanNode {
  return {
    kind: 'scan',
    table: wire.table ?? 0,
    name: wire.name ?? '',
    columns: (wire.columns ?? []).map((column) => ({
      column: column.column ?? 0,
      name: column.name ?? '',
      type: reader.type(column.type),
    })),
    filters: (wire.filters ?? []).map(decodeFilter),
  };
}

function decodeAggregateNode(wire: arbalest.plan.v1.IAggregate, reader: PlanReader): PlanNode {
  const positions = (lists: readonly arbalest.plan.v1.IPositionList[] | null | undefined) =>
    (lists ?? []).map((list) => list.positions ?? []);
  return {
    kind: 'aggregate',
    input: reader.node(wire.input),
    groups: reader.expressionList(wire.groups),
    aggregates: (wire.aggregates ?? []).map((call) => decodeAggregate(call, reader)),
    ...(wire.hasSets && { sets: positions(wire.sets) }),
    groupingCalls: positions(wire.groupingCalls),
  };
}

function decodeJoin(wire: arbalest.plan.v1.IJoin, reader: PlanReader): JoinNode {
  const predicate = reader.optionalExpression(wire.predicate);
  const source = wire.delim && oneOf(['left', 'right'] as const, wire.delim.source, 'the source of a correlated join');
  return {
    kind: 'join',
    type: oneOf(JOIN_TYPES, wire.type, 'a join type'),
    left: reader.node(wire.left),
    right: reader.node(wire.right),
    conditions: (wire.conditions ?? []).map((condition) => ({
      left: reader.expression(condition.left),
      right: reader.expression(condition.right),
      op: oneOf(COMPARISON_OPS, condition.op, 'a join condition'),
    })),
    ...(predicate && { predicate }),
    ...(wire.asof && { asof: true }),
    ...(source && { delim: { source, columns: reader.expressionList(wire.delim?.columns) } }),
  };
}

function decodeDistribution(wire: arbalest.plan.v1.IExchange): Distribution {
  if (wire.hash) return { kind: 'hash', keys: wire.hash.keys ?? [], partitions: wire.hash.partitions ?? 0 };
  if (wire.spread != null) return { kind: 'spread', partitions: wire.spread };
  if (wire.broadcast) return { kind: 'broadcast' };
  if (wire.gather) return { kind: 'gather' };
  throw malformed('the distribution of an exchange is not set or not known');
}

function decodeFilter(wire: arbalest.plan.v1.IFilter): Filter {
  if (wire.compare) {
    const { column, op, value } = wire.compare;
    return { kind: 'compare', column: column ?? '', op: oneOf(FILTER_OPS, op, 'the operator of a filter'), value: value ?? '' };
  }
  if (wire.in) return { kind: 'in', column: wire.in.column ?? '', values: wire.in.values ?? [] };
  if (wire.isNull != null) return { kind: 'is-null', column: wire.isNull };
  if (wire.isNotNull != null) return { kind: 'is-not-null', column: wire.isNotNull };
  if (wire.or) return { kind: 'or', any: (wire.or.any ?? []).map((list) => (list.filters ?? []).map(decodeFilter)) };
  throw malformed('the kind of a filter is not set or not known');
}
