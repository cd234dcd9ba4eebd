import type { Distribution, InvokeCall, JoinType, PlanNode, PlanNodeKind } from '../plan-node.js';
import { COMPARISONS, RandomExpressions } from './random-expressions.js';

/** Plans of every shape out of a seed: well formed as data, not meant to run. */
export class RandomPlans extends RandomExpressions {
  node(depth: number): PlanNode {
    const kind = depth <= 0 ? this.pick(LEAVES) : this.pick(KINDS);
    const node = this.ofKind(kind, depth - 1);
    return this.flip() ? { ...node, rows: this.below(1e9) } : node;
  }

  ofKind(kind: PlanNodeKind, depth: number): PlanNode {
    const input = () => this.node(depth);
    switch (kind) {
      case 'scan':
        return {
          kind,
          table: this.below(9),
          name: this.text(),
          columns: this.many(() => ({ column: this.below(99), name: this.text(), type: this.type(2) })),
          filters: this.many(() => this.filter(2)),
        };
      case 'values':
        return { kind, types: this.types(), values: this.many(() => this.expressions()) };
      case 'table-function':
        return {
          kind,
          name: this.text(),
          args: this.expressions(),
          namedArgs: this.many(() => ({ name: this.text(), value: this.expression(1) })),
          names: this.many(() => this.text()),
          types: this.types(),
        };
      case 'delim-get':
        return { kind, types: this.types() };
      case 'cte-ref':
        return { kind, id: this.below(50), types: this.types() };
      case 'opaque':
        return {
          kind,
          query: this.text(),
          tables: this.many(() => ({ alias: this.text(), table: this.below(9) })),
          types: this.types(),
          reason: this.text(),
        };
      case 'input':
        return { kind, input: this.below(9), fields: this.many(() => ({ name: this.text(), type: this.type(2), nullable: this.flip() })) };
      case 'filter':
        return { kind, input: input(), predicate: this.expression(3) };
      case 'project':
        return { kind, input: input(), expressions: this.expressions() };
      case 'invoke':
        return { kind, input: input(), keep: this.many(() => this.column()), calls: this.many(() => this.invokeCall()) };
      case 'aggregate':
        return {
          kind,
          input: input(),
          groups: this.expressions(),
          aggregates: this.many(() => this.aggregate()),
          ...(this.flip() && { sets: this.many(() => this.positions()) }),
          groupingCalls: this.many(() => this.positions()),
        };
      case 'distinct':
        return { kind, input: input(), ...(this.flip() && { on: this.expressions() }), orderBy: this.sortKeys() };
      case 'join':
        return {
          kind,
          type: this.pick(JOINS),
          left: input(),
          right: input(),
          conditions: this.many(() => ({ left: this.expression(2), right: this.expression(2), op: this.pick(COMPARISONS) })),
          ...(this.flip() && { predicate: this.expression(2) }),
          ...(this.flip() && { asof: true }),
          ...(this.flip() && { delim: { source: this.pick(['left', 'right'] as const), columns: this.expressions() } }),
        };
      case 'window':
        return { kind, input: input(), windows: this.many(() => this.window()) };
      case 'unnest':
        return { kind, input: input(), lists: this.expressions() };
      case 'sort':
        return { kind, input: input(), keys: this.sortKeys() };
      case 'top-n':
        return { kind, input: input(), keys: this.sortKeys(), limit: this.below(2 ** 40), offset: this.below(2 ** 40) };
      case 'limit':
        return {
          kind,
          input: input(),
          ...(this.flip() && { limit: this.expression(1) }),
          percent: this.flip(),
          ...(this.flip() && { offset: this.expression(1) }),
        };
      case 'set-operation':
        return { kind, op: this.pick(['union', 'intersect', 'except'] as const), all: this.flip(), inputs: [input(), input()] };
      case 'sample':
        return {
          kind,
          input: input(),
          method: this.pick(['bernoulli', 'system'] as const),
          percent: this.below(1000) / 7,
          ...(this.flip() && { seed: this.below(1e6) }),
        };
      case 'cte':
        return { kind, id: this.below(50), name: this.text(), definition: input(), consumer: input() };
      case 'exchange':
        return { kind, input: input(), distribution: this.distribution() };
    }
  }

  private invokeCall(): InvokeCall {
    return {
      ...this.userCall(),
      name: this.text(),
      args: this.many(() => this.column()),
      ...(this.flip() && { when: this.column() }),
      type: this.type(2),
    };
  }

  private distribution(): Distribution {
    return this.pick<Distribution>([
      { kind: 'hash', keys: this.positions(), partitions: 4 },
      { kind: 'spread', partitions: 3 },
      { kind: 'broadcast' },
      { kind: 'gather' },
    ]);
  }
}

const LEAVES: readonly PlanNodeKind[] = ['scan', 'values', 'table-function', 'delim-get', 'cte-ref', 'opaque', 'input'];
export const KINDS: readonly PlanNodeKind[] = [
  ...LEAVES,
  ...([
    'filter',
    'project',
    'invoke',
    'aggregate',
    'distinct',
    'join',
    'window',
    'unnest',
    'sort',
    'top-n',
    'limit',
    'set-operation',
    'sample',
    'cte',
    'exchange',
  ] as const),
];
const JOINS: readonly JoinType[] = ['inner', 'left', 'right', 'full', 'semi', 'anti', 'mark', 'single', 'right-semi', 'right-anti'];
