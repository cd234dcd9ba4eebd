import { outputTypes, type Expression, type PlanNode } from '@arbalest/plan';
import type { Program } from './program.js';

/**
 * The columns by which most readers of a shared part would have its rows lie: keys of a join, of groups or of distinct rows right above a reference.
 * `undefined` when nobody has such a wish.
 */
export function wantedKeys(program: Program, id: number): readonly number[] | undefined {
  const wishes = new Map<string, { keys: readonly number[]; votes: number }>();
  for (const plan of [...program.shared.map((part) => part.plan), program.root]) {
    collect(plan, id, undefined, (keys) => {
      const text = keys.join();
      wishes.set(text, { keys, votes: (wishes.get(text)?.votes ?? 0) + 1 });
    });
  }
  return [...wishes.values()].sort((a, b) => b.votes - a.votes)[0]?.keys;
}

/** `wish`: the columns of this node's output that the operators above would have it hashed by. */
function collect(node: PlanNode, id: number, wish: readonly number[] | undefined, vote: (keys: readonly number[]) => void): void {
  const under = (input: PlanNode, keys: readonly Expression[] | undefined) => collect(input, id, keys && positionsOf(keys), vote);
  switch (node.kind) {
    case 'cte-ref':
      if (node.id === id && wish && wish.length > 0) vote(wish);
      return;
    case 'filter':
    case 'exchange':
      return collect(node.input, id, wish, vote);
    case 'project':
      return under(
        node.input,
        wish?.map((position) => node.expressions[position]!),
      );
    case 'invoke':
      return wish?.every((position) => position < node.keep.length)
        ? under(
            node.input,
            wish.map((position) => node.keep[position]!),
          )
        : under(node.input, undefined);
    case 'aggregate':
      return under(node.input, node.groups.length > 0 && !node.sets ? node.groups : undefined);
    case 'distinct':
      return under(node.input, node.on ?? outputTypes(node.input).map((type, index) => ({ kind: 'column', index, type })));
    case 'window':
      return under(node.input, node.windows[0]?.partitionBy);
    case 'join': {
      const equal = node.conditions.filter(({ op }) => op === '=' || op === 'IS NOT DISTINCT FROM');
      under(
        node.left,
        equal.map((condition) => condition.left),
      );
      return under(
        node.right,
        equal.map((condition) => condition.right),
      );
    }
    case 'set-operation':
      return node.inputs.forEach((input) => under(input, undefined));
    default:
      if ('input' in node && typeof node.input === 'object') under(node.input, undefined);
  }
}

function positionsOf(keys: readonly Expression[]): readonly number[] | undefined {
  const positions = keys.map((key) => (key.kind === 'column' ? key.index : -1));
  return positions.includes(-1) ? undefined : [...new Set(positions)].sort((a, b) => a - b);
}
