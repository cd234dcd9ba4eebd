import { outputTypes, walk, type CteRefNode, type PlanNode } from '@arbalest/plan';
import type { Program, SharedPart } from '../program.js';

/** Makes a part that is computed once and may be read several times; each reader gets a reference of its own. */
export type Share = (name: string, plan: PlanNode) => () => CteRefNode;

/** Rewrites every part of a program. New shared parts come before the part that asked for them. */
export function rewriteParts({ shared, root }: Program, rewrite: (plan: PlanNode, share: Share) => PlanNode): Program {
  const parts: SharedPart[] = [];
  let next = nextId({ shared, root });
  const share: Share = (name, plan) => {
    const id = next++;
    parts.push({ id, name, plan });
    const types = outputTypes(plan);
    return () => ({ kind: 'cte-ref', id, types, ...(plan.rows !== undefined && { rows: plan.rows }) });
  };
  for (const part of shared) {
    const plan = rewrite(part.plan, share);
    parts.push({ ...part, plan });
  }
  const rewritten = rewrite(root, share);
  return { shared: parts, root: rewritten };
}

function nextId({ shared, root }: Program): number {
  const refs = [...shared.map(({ plan }) => plan), root].flatMap((plan) =>
    [...walk(plan)].flatMap((node) => (node.kind === 'cte-ref' ? [node.id] : [])),
  );
  return Math.max(-1, ...refs, ...shared.map(({ id }) => id)) + 1;
}
