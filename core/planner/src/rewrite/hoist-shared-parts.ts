import { childrenOf, walk, withChildren, type PlanNode } from '@arbalest/plan';
import type { Program, SharedPart } from '../program.js';

/**
 * Lists the parts that are computed once, each after those it refers to, and leaves references to them. A part that is read only once goes back
 * to where it is read; one that is never read goes.
 */
export function hoistSharedParts(plan: PlanNode): Program {
  const shared: SharedPart[] = [];
  const root = hoist(plan, shared);
  return inlineSingleUse({ shared, root });
}

function hoist(node: PlanNode, shared: SharedPart[]): PlanNode {
  if (node.kind !== 'cte')
    return withChildren(
      node,
      childrenOf(node).map((child) => hoist(child, shared)),
    );
  shared.push({ id: node.id, name: node.name, plan: hoist(node.definition, shared) });
  return hoist(node.consumer, shared);
}

/** From the last part to the first: whether one is used is known once those behind it are settled. */
function inlineSingleUse({ shared, root }: Program): Program {
  const kept = [...shared];
  let rest = root;
  for (const part of shared.toReversed()) {
    const users = [...kept.filter((other) => other !== part).map((other) => other.plan), rest];
    if (users.reduce((uses, plan) => uses + usesOf(plan, part.id), 0) > 1) continue;
    kept.splice(kept.indexOf(part), 1);
    rest = inlinePart(rest, part);
    kept.forEach((other, i) => (kept[i] = { ...other, plan: inlinePart(other.plan, part) }));
  }
  return { shared: kept, root: rest };
}

function usesOf(plan: PlanNode, id: number): number {
  let uses = 0;
  for (const node of walk(plan)) if (node.kind === 'cte-ref' && node.id === id) uses += 1;
  return uses;
}

/** The plan with the part itself wherever it refers to it. */
export function inlinePart(node: PlanNode, part: SharedPart): PlanNode {
  if (node.kind === 'cte-ref' && node.id === part.id) return part.plan;
  return withChildren(
    node,
    childrenOf(node).map((child) => inlinePart(child, part)),
  );
}
