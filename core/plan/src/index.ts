export { childrenOf, transformUp, walk, withChildren } from './children.js';
export { signTicket, verifyTicket } from './exchange-ticket.js';
export type { VerifiedTicket } from './exchange-ticket.js';
export { decodePlan } from './codec/decode-plan.js';
export { encodePlan, PLAN_FORMAT_VERSION } from './codec/encode-plan.js';
export type {
  AggregateCall,
  CallExpression,
  CaseExpression,
  CastExpression,
  ColumnExpression,
  CompareExpression,
  ComparisonOp,
  ConstantExpression,
  ConstantValue,
  Expression,
  FrameBound,
  InExpression,
  LambdaExpression,
  LogicalExpression,
  SortKey,
  UserCall,
  WindowCall,
  WindowFrame,
} from './expression.js';
export { outputTypes } from './output-types.js';
export type {
  AggregateNode,
  CteNode,
  CteRefNode,
  DelimGetNode,
  DistinctNode,
  Distribution,
  ExchangeNode,
  FilterNode,
  InputNode,
  InvokeCall,
  InvokeNode,
  JoinCondition,
  JoinNode,
  JoinType,
  LimitNode,
  OpaqueNode,
  PlanNode,
  PlanNodeKind,
  ProjectNode,
  SampleNode,
  ScanNode,
  SetOperationNode,
  SortNode,
  TableFunctionNode,
  TopNNode,
  UnnestNode,
  ValuesNode,
  WindowNode,
} from './plan-node.js';
export { printAggregate, printExpression, printInvokeCall, printWindow } from './print-expression.js';
export { printPlan } from './print-plan.js';
export type { PrintOptions } from './print-plan.js';
export { columnsOf, expressionParts, remapColumns, walkExpression, withExpressionParts } from './expression-parts.js';
