import type { CteNode, CteRefNode } from '@arbalest/plan';
import { internalError } from '@arbalest/spi';
import type { Lowering } from './lowering.js';
import { type Relation, selectText } from './relation.js';

/** Materialised always: the plan says that it is computed once, and what it reads may be readable only once. */
export function lowerCte(lowering: Lowering, node: CteNode): Relation {
  const definition = lowering.lower(node.definition);
  const name = lowering.aliases.next('cte');
  lowering.ctes.set(node.id, name);
  const consumer = lowering.lower(node.consumer);
  const text = `WITH ${name} AS MATERIALIZED (${selectText(definition)}) ${selectText(consumer)}`;
  return lowering.aliases.derived(text, consumer.columns.length);
}

export function lowerCteRef(lowering: Lowering, node: CteRefNode): Relation {
  const name = lowering.ctes.get(node.id);
  if (name === undefined) throw internalError('LOWERING', `The plan refers to CTE ${node.id}, which no node above defines`);
  return lowering.aliases.table(name, node.types.length);
}
