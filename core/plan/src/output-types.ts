import type { DataType } from '@arbalest/spi';
import type { PlanNode } from './plan-node.js';

const BOOLEAN: DataType = { id: 'BOOLEAN' };
const BIGINT: DataType = { id: 'BIGINT' };

/** The types of a node's output columns, as the doc of each node states them. */
export function outputTypes(node: PlanNode): readonly DataType[] {
  switch (node.kind) {
    case 'scan':
      return node.columns.map((column) => column.type);
    case 'values':
    case 'table-function':
    case 'delim-get':
    case 'cte-ref':
    case 'opaque':
      return node.types;
    case 'input':
      return node.fields.map((field) => field.type);
    case 'filter':
    case 'distinct':
    case 'sort':
    case 'top-n':
    case 'limit':
    case 'sample':
    case 'exchange':
      return outputTypes(node.input);
    case 'project':
      return node.expressions.map((expression) => expression.type);
    case 'invoke':
      return [...node.keep, ...node.calls].map(({ type }) => type);
    case 'aggregate':
      return [...node.groups.map((g) => g.type), ...node.aggregates.map((a) => a.type), ...node.groupingCalls.map(() => BIGINT)];
    case 'window':
      return [...outputTypes(node.input), ...node.windows.map((window) => window.type)];
    case 'unnest':
      return [...outputTypes(node.input), ...node.lists.map((list) => elementType(list.type))];
    case 'set-operation':
      return outputTypes(node.inputs[0]!);
    case 'cte':
      return outputTypes(node.consumer);
    case 'join':
      return joinTypes(node);
  }
}

function joinTypes(node: Extract<PlanNode, { kind: 'join' }>): readonly DataType[] {
  switch (node.type) {
    case 'semi':
    case 'anti':
      return outputTypes(node.left);
    case 'right-semi':
    case 'right-anti':
      return outputTypes(node.right);
    case 'mark':
      return [...outputTypes(node.left), BOOLEAN];
    default:
      return [...outputTypes(node.left), ...outputTypes(node.right)];
  }
}

function elementType(type: DataType): DataType {
  if (type.id === 'LIST' || type.id === 'ARRAY') return type.child;
  if (type.id === 'MAP')
    return {
      id: 'STRUCT',
      fields: [
        { name: 'key', type: type.key },
        { name: 'value', type: type.value },
      ],
    };
  throw new TypeError(`Cannot unnest a value of type ${type.id}`);
}
