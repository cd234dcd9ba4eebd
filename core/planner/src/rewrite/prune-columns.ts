import {
  childrenOf,
  columnsOf,
  outputTypes,
  remapColumns,
  type AggregateNode,
  type ColumnExpression,
  type DistinctNode,
  type Expression,
  type InvokeNode,
  type JoinNode,
  type PlanNode,
  type SetOperationNode,
  withChildren,
} from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';
import { columnsAt, expressionsOf, expressionsOfAggregate, expressionsOfWindow } from '../expressions.js';
import type { Program } from '../program.js';
import { atLeastOne, exactly, inverse, type Positions, type Pruned, range, sorted, withinWidth } from './column-positions.js';
import { mapAggregate, mapSortKeys, mapWindow } from './remap-calls.js';
import { mapRows, type RowsNode } from './remap-rows.js';

/**
 * Drops columns that nobody reads. Below an exchange and at a shared part exactly the columns that are read stay, because each other one would
 * travel; elsewhere a column may stay where dropping it saves nothing.
 */
export function pruneColumns(program: Program): Program {
  const pruner = new Pruner();
  let root = pruner.whole(program.root);
  const shared = program.shared.toReversed().map((part) => ({ ...part, plan: pruner.sharedPart(part.id, part.plan) }));
  root = pruner.narrowRefs(root);
  return { root, shared: shared.toReversed().map((part) => ({ ...part, plan: pruner.narrowRefs(part.plan) })) };
}

class Pruner {
  /** Columns of each shared part that some reference reads. */
  private readonly read = new Map<number, Set<number>>();
  /** The columns that stay, once the part has been pruned. */
  private readonly kept = new Map<number, { readonly positions: readonly number[]; readonly types: readonly DataType[] }>();

  whole(node: PlanNode): PlanNode {
    const width = outputTypes(node).length;
    return exactly(this.prune(node, range(width)), [...range(width)]);
  }

  sharedPart(id: number, plan: PlanNode): PlanNode {
    const types = outputTypes(plan);
    const read = this.read.get(id) ?? new Set<number>();
    const positions = atLeastOne(read, types);
    this.kept.set(id, { positions, types: positions.map((position) => types[position]!) });
    if (plan.kind === 'exchange' && plan.distribution.kind === 'hash') return this.sharedHash(id, plan, positions);
    if (plan.kind === 'exchange') return { ...plan, input: exactly(this.prune(plan.input, new Set(positions)), positions) };
    return exactly(this.prune(plan, new Set(positions)), positions);
  }

  /** The keys of a hashed shared part stay too. */
  private sharedHash(id: number, plan: Extract<PlanNode, { kind: 'exchange' }>, read: readonly number[]): PlanNode {
    const { distribution } = plan;
    if (distribution.kind !== 'hash') return plan;
    const types = outputTypes(plan);
    const positions = sorted(new Set([...read, ...distribution.keys]));
    this.kept.set(id, { positions, types: positions.map((position) => types[position]!) });
    const input = exactly(this.prune(plan.input, new Set(positions)), positions);
    return { ...plan, input, distribution: { ...distribution, keys: distribution.keys.map((key) => positions.indexOf(key)) } };
  }

  /** References were narrowed by a projection over the old columns; now they read the new ones. */
  narrowRefs(node: PlanNode): PlanNode {
    if (node.kind === 'project' && node.input.kind === 'cte-ref') {
      const kept = this.kept.get(node.input.id);
      if (!kept) return node;
      const input = { ...node.input, types: kept.types };
      const expressions = node.expressions.map((e) => remapColumns(e, (index) => kept.positions.indexOf(index), kept.types.length));
      const isIdentity = expressions.length === kept.types.length && expressions.every((e, i) => e.kind === 'column' && e.index === i);
      return isIdentity ? input : { ...node, input, expressions };
    }
    return mapInputs(node, (input) => this.narrowRefs(input));
  }

  private prune(node: PlanNode, wanted: Positions): Pruned {
    switch (node.kind) {
      case 'scan': {
        const positions = atLeastOne(wanted, outputTypes(node));
        return { node: { ...node, columns: positions.map((i) => node.columns[i]!) }, at: inverse(positions, node.columns.length) };
      }
      case 'values': {
        const positions = atLeastOne(wanted, node.types);
        const values = node.values.map((row) => positions.map((i) => row[i]!));
        return { node: { ...node, types: positions.map((i) => node.types[i]!), values }, at: inverse(positions, node.types.length) };
      }
      case 'cte-ref':
        return this.pruneRef(node, wanted);
      case 'project': {
        const positions = atLeastOne(wanted, outputTypes(node));
        const expressions = positions.map((i) => node.expressions[i]!);
        const { input, remap } = this.over(node.input, expressions);
        return {
          node: unlessIdentity({ ...node, input, expressions: expressions.map(remap) }),
          at: inverse(positions, node.expressions.length),
        };
      }
      case 'invoke':
        return this.pruneInvoke(node, wanted);
      case 'aggregate':
        return this.pruneAggregate(node, wanted);
      case 'distinct':
        return this.pruneDistinct(node, wanted);
      case 'join':
        return this.pruneJoin(node, wanted);
      case 'window':
        return this.pruneWindow(node, wanted);
      case 'set-operation':
        return this.pruneSetOperation(node, wanted);
      case 'exchange':
        return this.pruneExchange(node, wanted);
      case 'filter':
      case 'sort':
      case 'top-n':
      case 'limit':
      case 'sample':
      case 'unnest':
        return this.pruneRows(node, wanted);
      default:
        return { node, at: [...range(outputTypes(node).length)] };
    }
  }

  /** Operators that hand the input's columns on. */
  private pruneRows(node: RowsNode, wanted: Positions): Pruned {
    const width = outputTypes(node.input).length;
    const { input, remap, at } = this.over(node.input, expressionsOf(node), withinWidth(wanted, width));
    const extra = node.kind === 'unnest' ? node.lists.map((_, i) => outputTypes(input).length + i) : [];
    return { node: mapRows(node, input, remap), at: [...at, ...extra] };
  }

  private pruneRef(node: Extract<PlanNode, { kind: 'cte-ref' }>, wanted: Positions): Pruned {
    const positions = atLeastOne(wanted, node.types);
    const read = this.read.get(node.id) ?? new Set<number>();
    positions.forEach((position) => read.add(position));
    this.read.set(node.id, read);
    const rows = node.rows === undefined ? {} : { rows: node.rows };
    return {
      node: { kind: 'project', input: node, expressions: columnsAt(node, positions), ...rows },
      at: inverse(positions, node.types.length),
    };
  }

  /** A call whose value nobody reads is not made. */
  private pruneInvoke(node: InvokeNode, wanted: Positions): Pruned {
    const positions = atLeastOne(wanted, outputTypes(node));
    const keep = positions.flatMap((position) => node.keep[position] ?? []);
    const calls = positions.flatMap((position) => node.calls[position - node.keep.length] ?? []);
    const read = expressionsOf({ ...node, keep, calls });
    const { input, remap } = this.over(node.input, read);
    const moved = (column: ColumnExpression) => remap(column) as ColumnExpression;
    const at = inverse(positions, node.keep.length + node.calls.length);
    if (calls.length === 0) return { node: { kind: 'project', input, expressions: keep.map(moved), ...rowsOf(node) }, at };
    const invoked = calls.map((call) => ({ ...call, args: call.args.map(moved), ...(call.when && { when: moved(call.when) }) }));
    return { node: { ...node, input, keep: keep.map(moved), calls: invoked }, at };
  }

  private pruneAggregate(node: AggregateNode, wanted: Positions): Pruned {
    const { groups, aggregates, groupingCalls } = node;
    const isWanted = (position: number) => wanted.has(position);
    let calls = [...aggregates.keys()].filter((i) => isWanted(groups.length + i));
    const grouping = [...groupingCalls.keys()].filter((i) => isWanted(groups.length + aggregates.length + i));
    if (groups.length + calls.length + grouping.length === 0) calls = aggregates.length > 0 ? [0] : [];
    const kept = calls.map((i) => aggregates[i]!);
    const { input, remap } = this.over(node.input, [...groups, ...kept.flatMap(expressionsOfAggregate)]);
    const positions = [
      ...groups.keys(),
      ...calls.map((i) => groups.length + i),
      ...grouping.map((i) => groups.length + aggregates.length + i),
    ];
    return {
      node: {
        ...node,
        input,
        groups: groups.map(remap),
        aggregates: kept.map((call) => mapAggregate(call, remap)),
        groupingCalls: grouping.map((i) => groupingCalls[i]!),
      },
      at: inverse(positions, groups.length + aggregates.length + groupingCalls.length),
    };
  }

  private pruneDistinct(node: DistinctNode, wanted: Positions): Pruned {
    if (!node.on) {
      const input = this.whole(node.input);
      return { node: { ...node, input }, at: [...range(outputTypes(input).length)] };
    }
    const { input, remap, at } = this.over(node.input, expressionsOf(node), wanted);
    return { node: { ...node, input, on: node.on.map(remap), orderBy: mapSortKeys(node.orderBy, remap) }, at };
  }

  private pruneJoin(node: JoinNode, wanted: Positions): Pruned {
    const leftWidth = outputTypes(node.left).length;
    const both = node.predicate ? columnsOf(node.predicate) : new Set<number>();
    const rightOnly = node.type === 'right-semi' || node.type === 'right-anti';
    const shows = (position: number) => both.add(rightOnly ? position + leftWidth : position);
    for (const position of wanted) if (rightOnly || position < leftWidth || showsRight(node)) shows(position);
    const left = this.over(
      node.left,
      node.conditions.map((c) => c.left),
      withinWidth(both, leftWidth),
    );
    const right = this.over(
      node.right,
      node.conditions.map((c) => c.right),
      new Set([...both].filter((i) => i >= leftWidth).map((i) => i - leftWidth)),
    );
    const newLeftWidth = outputTypes(left.input).length;
    const newWidth = newLeftWidth + outputTypes(right.input).length;
    const at = [...left.at, ...right.at.map((i) => (i === undefined ? undefined : i + newLeftWidth))];
    const result: JoinNode = {
      ...node,
      left: left.input,
      right: right.input,
      conditions: node.conditions.map((c) => ({ ...c, left: left.remap(c.left), right: right.remap(c.right) })),
      ...(node.predicate && { predicate: remapColumns(node.predicate, (i) => at[i]!, newWidth) }),
    };
    return { node: result, at: joinPositions(node, left.at, right.at, at, newLeftWidth) };
  }

  private pruneWindow(node: Extract<PlanNode, { kind: 'window' }>, wanted: Positions): Pruned {
    const width = outputTypes(node.input).length;
    const kept = [...node.windows.keys()].filter((i) => wanted.has(width + i));
    const windows = kept.map((i) => node.windows[i]!);
    const { input, remap, at } = this.over(node.input, windows.flatMap(expressionsOfWindow), withinWidth(wanted, width));
    const newWidth = outputTypes(input).length;
    const windowsAt = node.windows.map((_, i) => (kept.includes(i) ? newWidth + kept.indexOf(i) : undefined));
    const result = windows.length === 0 ? input : { ...node, input, windows: windows.map((call) => mapWindow(call, remap)) };
    return { node: result, at: [...at, ...windowsAt] };
  }

  private pruneSetOperation(node: SetOperationNode, wanted: Positions): Pruned {
    const types = outputTypes(node);
    const positions = node.op === 'union' && node.all ? atLeastOne(wanted, types) : [...range(types.length)];
    const inputs = node.inputs.map((input) => exactly(this.prune(input, new Set(positions)), positions));
    return { node: { ...node, inputs }, at: inverse(positions, types.length) };
  }

  private pruneExchange(node: Extract<PlanNode, { kind: 'exchange' }>, wanted: Positions): Pruned {
    const { distribution } = node;
    const keys = distribution.kind === 'hash' ? distribution.keys : [];
    const types = outputTypes(node);
    const positions = atLeastOne(new Set([...wanted, ...keys]), types);
    const input = exactly(this.prune(node.input, new Set(positions)), positions);
    const remapped = distribution.kind === 'hash' ? { ...distribution, keys: keys.map((key) => positions.indexOf(key)) } : distribution;
    return { node: { ...node, input, distribution: remapped }, at: inverse(positions, types.length) };
  }

  /** Prunes an input to what its parent's expressions, and the parent's parents, read. */
  private over(node: PlanNode, expressions: readonly Expression[], wanted: Positions = new Set()) {
    const needed = new Set(wanted);
    for (const expression of expressions) columnsOf(expression, needed);
    const { node: input, at } = this.prune(node, needed);
    const width = outputTypes(input).length;
    return { input, at, remap: (expression: Expression) => remapColumns(expression, (index) => at[index]!, width) };
  }
}

function joinPositions(node: JoinNode, left: Pruned['at'], right: Pruned['at'], both: Pruned['at'], newLeftWidth: number): Pruned['at'] {
  if (node.type === 'semi' || node.type === 'anti') return left;
  if (node.type === 'right-semi' || node.type === 'right-anti') return right;
  return node.type === 'mark' ? [...left, newLeftWidth] : both;
}

function showsRight(node: JoinNode): boolean {
  return !['semi', 'anti', 'mark'].includes(node.type);
}

function mapInputs(node: PlanNode, rewrite: (node: PlanNode) => PlanNode): PlanNode {
  return withChildren(node, childrenOf(node).map(rewrite));
}

/** What functions give goes on as it is: an engine that calls functions hands its rows to the next stage, and no other has to look at them. */
function unlessIdentity(node: Extract<PlanNode, { kind: 'project' }>): PlanNode {
  const { input, expressions } = node;
  const isIdentity = expressions.length === outputTypes(input).length && expressions.every((e, i) => e.kind === 'column' && e.index === i);
  return input.kind === 'invoke' && isIdentity ? input : node;
}

function rowsOf(node: PlanNode): { readonly rows?: number } {
  return node.rows === undefined ? {} : { rows: node.rows };
}
