import type { arbalest } from '@arbalest/proto';
import { TypeTableWriter } from './type-table.js';

/** What has been encoded of a plan so far. Parts come before what is made of them. */
export class PlanWriter {
  readonly types = new TypeTableWriter();
  readonly expressions: arbalest.plan.v1.IExpression[] = [];
  readonly nodes: arbalest.plan.v1.INode[] = [];

  addExpression(expression: arbalest.plan.v1.IExpression): number {
    return this.expressions.push(expression) - 1;
  }

  addNode(node: arbalest.plan.v1.INode): number {
    return this.nodes.push(node) - 1;
  }
}
