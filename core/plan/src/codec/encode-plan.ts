import type { Filter } from '@arbalest/spi';
import { arbalest } from '@arbalest/proto';
import type { Distribution, JoinNode, PlanNode } from '../plan-node.js';
import {
  encodeAggregate,
  encodeExpression,
  encodeExpressions,
  encodeInvokeCall,
  encodeSortKeys,
  encodeWindow,
} from './encode-expression.js';
import { PlanWriter } from './plan-writer.js';

/** Raised whenever the meaning of what is encoded changes; `decodePlan` takes only its own. */
export const PLAN_FORMAT_VERSION = 1;

type WireNode = arbalest.plan.v1.INode;

/** A plan or a fragment as the bytes of `arbalest.plan.v1.Plan`. */
export function encodePlan(node: PlanNode): Uint8Array {
  const writer = new PlanWriter();
  encodeNode(node, writer);
  const { types, expressions, nodes } = writer;
  return arbalest.plan.v1.Plan.encode({ version: PLAN_FORMAT_VERSION, types: types.types, expressions, nodes }).finish();
}

/** Adds an operator, its inputs first, and says where it is. */
function encodeNode(node: PlanNode, writer: PlanWriter): number {
  const kind = encodeKind(node, writer);
  return writer.addNode(node.rows === undefined ? kind : { ...kind, rows: node.rows });
}

function encodeKind(node: PlanNode, writer: PlanWriter): WireNode {
  switch (node.kind) {
    case 'scan':
      return {
        scan: {
          table: node.table,
          name: node.name,
          columns: node.columns.map(({ column, name, type }) => ({ column, name, type: writer.types.position(type) })),
          filters: node.filters.map(encodeFilter),
        },
      };
    case 'values':
      return {
        values: {
          types: writer.types.positions(node.types),
          values: node.values.map((row) => ({ positions: encodeExpressions(row, writer) })),
        },
      };
    case 'table-function':
      return {
        tableFunction: {
          name: node.name,
          args: encodeExpressions(node.args, writer),
          namedArgs: node.namedArgs.map(({ name, value }) => ({ name, value: encodeExpression(value, writer) })),
          names: [...node.names],
          types: writer.types.positions(node.types),
        },
      };
    case 'delim-get':
      return { delimGet: { types: writer.types.positions(node.types) } };
    case 'cte-ref':
      return { cteRef: { id: node.id, types: writer.types.positions(node.types) } };
    case 'opaque':
      return { opaque: { query: node.query, tables: [...node.tables], types: writer.types.positions(node.types), reason: node.reason } };
    case 'input':
      return {
        input: {
          input: node.input,
          fields: node.fields.map(({ name, type, nullable }) => ({ name, type: writer.types.position(type), nullable })),
        },
      };
    case 'join':
      return { join: encodeJoin(node, writer) };
    case 'set-operation':
      return { setOperation: { op: node.op, all: node.all, inputs: node.inputs.map((input) => encodeNode(input, writer)) } };
    case 'cte':
      return {
        cte: { id: node.id, name: node.name, definition: encodeNode(node.definition, writer), consumer: encodeNode(node.consumer, writer) },
      };
    default:
      return encodeUnary(node, encodeNode(node.input, writer), writer);
  }
}

type UnaryNode = Exclude<Extract<PlanNode, { readonly input: PlanNode }>, { kind: 'input' }>;

function encodeUnary(node: UnaryNode, input: number, writer: PlanWriter): WireNode {
  switch (node.kind) {
    case 'filter':
      return { filter: { input, predicate: encodeExpression(node.predicate, writer) } };
    case 'project':
      return { project: { input, expressions: encodeExpressions(node.expressions, writer) } };
    case 'invoke':
      return {
        invoke: {
          input,
          keep: encodeExpressions(node.keep, writer),
          calls: node.calls.map((call) => encodeInvokeCall(call, writer)),
        },
      };
    case 'aggregate':
      return {
        aggregate: {
          input,
          groups: encodeExpressions(node.groups, writer),
          aggregates: node.aggregates.map((call) => encodeAggregate(call, writer)),
          sets: (node.sets ?? []).map((set) => ({ positions: [...set] })),
          hasSets: node.sets !== undefined,
          groupingCalls: node.groupingCalls.map((call) => ({ positions: [...call] })),
        },
      };
    case 'distinct':
      return {
        distinct: {
          input,
          on: node.on && { positions: encodeExpressions(node.on, writer) },
          orderBy: encodeSortKeys(node.orderBy, writer),
        },
      };
    case 'window':
      return { window: { input, windows: node.windows.map((call) => encodeWindow(call, writer)) } };
    case 'unnest':
      return { unnest: { input, lists: encodeExpressions(node.lists, writer) } };
    case 'sort':
      return { sort: { input, keys: encodeSortKeys(node.keys, writer) } };
    case 'top-n':
      return { topN: { input, keys: encodeSortKeys(node.keys, writer), limit: node.limit, offset: node.offset } };
    case 'limit':
      return {
        limit: {
          input,
          limit: node.limit && encodeExpression(node.limit, writer),
          percent: node.percent,
          offset: node.offset && encodeExpression(node.offset, writer),
        },
      };
    case 'sample':
      return { sample: { input, method: node.method, percent: node.percent, seed: node.seed } };
    case 'exchange':
      return { exchange: { input, ...encodeDistribution(node.distribution) } };
  }
}

function encodeJoin(node: JoinNode, writer: PlanWriter): arbalest.plan.v1.IJoin {
  return {
    type: node.type,
    left: encodeNode(node.left, writer),
    right: encodeNode(node.right, writer),
    conditions: node.conditions.map(({ left, right, op }) => ({
      left: encodeExpression(left, writer),
      right: encodeExpression(right, writer),
      op,
    })),
    predicate: node.predicate && encodeExpression(node.predicate, writer),
    asof: node.asof ?? false,
    delim: node.delim && { source: node.delim.source, columns: encodeExpressions(node.delim.columns, writer) },
  };
}

function encodeDistribution(distribution: Distribution): arbalest.plan.v1.IExchange {
  switch (distribution.kind) {
    case 'hash':
      return { hash: { keys: [...distribution.keys], partitions: distribution.partitions } };
    case 'spread':
      return { spread: distribution.partitions };
    case 'broadcast':
      return { broadcast: true };
    case 'gather':
      return { gather: true };
  }
}

function encodeFilter(filter: Filter): arbalest.plan.v1.IFilter {
  switch (filter.kind) {
    case 'compare':
      return { compare: { column: filter.column, op: filter.op, value: filter.value } };
    case 'in':
      return { in: { column: filter.column, values: [...filter.values] } };
    case 'is-null':
      return { isNull: filter.column };
    case 'is-not-null':
      return { isNotNull: filter.column };
    case 'or':
      return { or: { any: filter.any.map((filters) => ({ filters: filters.map(encodeFilter) })) } };
  }
}
