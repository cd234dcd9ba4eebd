import { childrenOf, outputTypes, withChildren, type ColumnExpression, type InvokeNode, type PlanNode } from '@arbalest/plan';
import type { Field, FunctionSource } from '@arbalest/spi';
import { constantRows } from './constant-rows.js';

/** A part of a fragment that one engine runs. Parts below it come in as inputs. */
export interface Part {
  readonly plan: PlanNode;
  /** Set for a call of functions: the kind of source that the engine must be able to call. */
  readonly calls?: FunctionSource['kind'];
  /** The parts that its plan reads, under the positions of its input nodes. */
  readonly below: ReadonlyMap<number, Part>;
}

/** What a cut depends on beside the plan. */
export interface CutOptions {
  /** The number of the first input that is made here. */
  readonly firstInput: number;
  readonly kindOf: (fn: number) => FunctionSource['kind'];
  /** Whether the engine for these sources makes rows of constants itself. */
  readonly takesConstants: (kind: FunctionSource['kind']) => boolean;
  /** The last part of all is never a call where this is set: it has something to do to the rows that only the default engine can. */
  readonly ownsOutput: boolean;
}

/** Cuts a fragment at its invoke nodes: each becomes a part of its own, as does what stands below it, save an input that is there already and rows of constants that its engine makes itself. */
export function cutAtCalls(plan: PlanNode, options: CutOptions): Part {
  const cutter = new Cutter(options);
  const root = cutter.part(plan);
  return options.ownsOutput && root.calls !== undefined ? cutter.over(root) : root;
}

class Cutter {
  private nextInput: number;

  constructor(private readonly options: CutOptions) {
    this.nextInput = options.firstInput;
  }

  part(plan: PlanNode): Part {
    if (plan.kind !== 'invoke') {
      const below = new Map<number, Part>();
      return { plan: this.replaceCalls(plan, below), below };
    }
    const kinds = [...new Set(plan.calls.map((call) => this.options.kindOf(call.function)))];
    return kinds.length > 1 ? this.part(oneKindEach(plan, kinds, this.options.kindOf)) : this.call(plan, kinds[0] ?? 'inline');
  }

  /** A part that yields the rows of another as they are. */
  over(part: Part): Part {
    const below = new Map<number, Part>();
    return { plan: identity(this.input(part, below)), below };
  }

  private call(plan: InvokeNode, calls: FunctionSource['kind']): Part {
    const below = new Map<number, Part>();
    const there = plan.input.kind === 'input' ? plan.input : this.options.takesConstants(calls) ? constantRows(plan.input) : undefined;
    const input = there ?? this.input(this.part(plan.input), below);
    return { plan: { ...plan, input }, calls, below };
  }

  private replaceCalls(node: PlanNode, below: Map<number, Part>): PlanNode {
    if (node.kind === 'invoke') return this.input(this.part(node), below);
    return withChildren(
      node,
      childrenOf(node).map((child) => this.replaceCalls(child, below)),
    );
  }

  private input(part: Part, below: Map<number, Part>): PlanNode {
    const input = this.nextInput++;
    below.set(input, part);
    const fields = outputTypes(part.plan).map((type, i): Field => ({ name: `c${i}`, type, nullable: true }));
    return { kind: 'input', input, fields, ...(part.plan.rows !== undefined && { rows: part.plan.rows }) };
  }
}

function identity(input: PlanNode): PlanNode {
  return { kind: 'project', input, expressions: columns(input) };
}

function columns(node: PlanNode): readonly ColumnExpression[] {
  return outputTypes(node).map((type, index) => ({ kind: 'column', index, type }));
}

/** Functions of different engines in one node: a node for each kind, one over the other, and a projection that gives the columns in their order. */
function oneKindEach(plan: InvokeNode, kinds: readonly FunctionSource['kind'][], kindOf: (fn: number) => FunctionSource['kind']): PlanNode {
  const width = outputTypes(plan.input).length;
  const order: number[] = [];
  let node = plan.input;
  for (const kind of kinds) {
    const calls = plan.calls.filter((call) => kindOf(call.function) === kind);
    order.push(...calls.map((call) => plan.calls.indexOf(call)));
    node = { kind: 'invoke', input: node, keep: columns(node), calls, ...(plan.rows !== undefined && { rows: plan.rows }) };
  }
  const results = plan.calls.map((call, at): ColumnExpression => ({ kind: 'column', index: width + order.indexOf(at), type: call.type }));
  return { kind: 'project', input: node, expressions: [...plan.keep, ...results] };
}
