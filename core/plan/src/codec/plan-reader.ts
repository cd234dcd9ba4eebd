import type { DataType } from '@arbalest/spi';
import type { Expression } from '../expression.js';
import type { PlanNode } from '../plan-node.js';
import type { TypeTableReader } from './type-table.js';
import { malformed } from './wire-reading.js';

type Position = number | null | undefined;

/** What has been decoded of a plan so far. A reference to what comes later is an error, so that there are no cycles. */
export class PlanReader {
  readonly expressions: Expression[] = [];
  readonly nodes: PlanNode[] = [];

  constructor(readonly types: TypeTableReader) {}

  expression(position: Position): Expression {
    return at(this.expressions, position, 'expression');
  }

  optionalExpression(position: Position): Expression | undefined {
    return position == null ? undefined : this.expression(position);
  }

  expressionList(positions: readonly number[] | null | undefined): readonly Expression[] {
    return (positions ?? []).map((position) => this.expression(position));
  }

  node(position: Position): PlanNode {
    return at(this.nodes, position, 'operator');
  }

  type(position: Position): DataType {
    return this.types.at(position);
  }
}

function at<T>(table: readonly T[], position: Position, what: string): T {
  const entry = table[position ?? 0];
  if (entry === undefined) throw malformed(`${what} ${position ?? 0} is used before it is defined`);
  return entry;
}
