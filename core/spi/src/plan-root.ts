/**
 * A plan or a piece of one. The SPI only passes it on: its shape is `PlanNode` of @arbalest/plan, which plugins that look inside (front ends,
 * engines) import.
 */
export interface PlanRoot {
  readonly kind: string;
}
