import { SIMPLE_TYPES, type DataType, type Filter, type FunctionOperation } from '@arbalest/spi';
import type {
  AggregateCall,
  ColumnExpression,
  ConstantValue,
  Expression,
  FrameBound,
  SortKey,
  UserCall,
  WindowCall,
} from '../expression.js';
import type { Distribution, InvokeCall, JoinType, PlanNode, PlanNodeKind } from '../plan-node.js';

/** Plans of every shape out of a seed: well formed as data, not meant to run. */
export class RandomPlans {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 1;
  }

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

  expression(depth: number): Expression {
    const type = this.type(2);
    const part = () => this.expression(depth - 1);
    switch (this.below(depth <= 0 ? 2 : 9)) {
      case 0:
        return this.column();
      case 1:
        return { kind: 'constant', value: this.constant(2), type };
      case 2:
        return {
          kind: 'call',
          name: this.text(),
          args: [part(), part()],
          ...(this.flip() && { argNames: [this.text(), ''] }),
          volatile: this.flip(),
          ...(this.flip() && { user: this.userCall() }),
          type,
        };
      case 3:
        return { kind: 'cast', input: part(), try: this.flip(), type };
      case 4:
        return { kind: 'compare', op: this.pick(COMPARISONS), left: part(), right: part(), type };
      case 5:
        return {
          kind: 'logical',
          op: this.pick(['and', 'or', 'not', 'is-null', 'is-not-null', 'between', 'coalesce'] as const),
          args: this.many(part),
          type,
        };
      case 6:
        return { kind: 'case', branches: this.many(() => ({ when: part(), then: part() })), otherwise: part(), type };
      case 7:
        return { kind: 'in', input: part(), values: this.many(part), negated: this.flip(), type };
      default:
        return { kind: 'lambda', parameters: this.many(() => this.text()), body: part(), inputWidth: this.below(9), type };
    }
  }

  private column(): ColumnExpression {
    return { kind: 'column', index: this.below(40), type: this.type(2) };
  }

  private userCall(): UserCall {
    return { function: this.below(5), operation: this.pick(OPERATIONS) };
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

  private aggregate(): AggregateCall {
    return {
      name: this.text(),
      args: this.expressions(),
      distinct: this.flip(),
      ...(this.flip() && { filter: this.expression(1) }),
      orderBy: this.sortKeys(),
      type: this.type(1),
    };
  }

  private window(): WindowCall {
    return {
      name: this.text(),
      aggregate: this.flip(),
      args: this.expressions(),
      partitionBy: this.expressions(),
      orderBy: this.sortKeys(),
      frame: {
        unit: this.pick(['rows', 'range', 'groups'] as const),
        start: this.bound(),
        end: this.bound(),
        exclude: this.pick(['no-others', 'current-row', 'group', 'ties'] as const),
      },
      ...(this.flip() && { filter: this.expression(1) }),
      distinct: this.flip(),
      ignoreNulls: this.flip(),
      argOrderBy: this.sortKeys(),
      ...(this.flip() && { offset: this.expression(1) }),
      ...(this.flip() && { default: this.expression(1) }),
      type: this.type(1),
    };
  }

  private bound(): FrameBound {
    const kind = this.pick(['unbounded-preceding', 'preceding', 'current-row', 'following', 'unbounded-following'] as const);
    return kind === 'preceding' || kind === 'following' ? { kind, offset: this.expression(1) } : { kind };
  }

  private distribution(): Distribution {
    return this.pick<Distribution>([
      { kind: 'hash', keys: this.positions(), partitions: 4 },
      { kind: 'spread', partitions: 3 },
      { kind: 'broadcast' },
      { kind: 'gather' },
    ]);
  }

  private filter(depth: number): Filter {
    const column = this.text();
    const kinds: Filter[] = [
      { kind: 'compare', column, op: this.pick(['=', '<>', '<', '<=', '>', '>='] as const), value: this.text() },
      { kind: 'in', column, values: this.many(() => this.text()) },
      { kind: 'is-null', column },
      { kind: 'is-not-null', column },
    ];
    return depth > 0 && this.flip() ? { kind: 'or', any: this.many(() => this.many(() => this.filter(depth - 1))) } : this.pick(kinds);
  }

  private type(depth: number): DataType {
    const child = () => this.type(depth - 1);
    const named = () => this.many(() => ({ name: this.text(), type: child() }));
    switch (depth <= 0 ? 0 : this.below(9)) {
      case 1:
        return { id: 'DECIMAL', width: 1 + this.below(38), scale: this.below(9) };
      case 2:
        return { id: 'LIST', child: child() };
      case 3:
        return { id: 'ARRAY', child: child(), size: 1 + this.below(9) };
      case 4:
        return { id: 'STRUCT', fields: named() };
      case 5:
        return { id: 'MAP', key: child(), value: child() };
      case 6:
        return { id: 'UNION', members: named() };
      case 7:
        return { id: 'ENUM', values: this.many(() => this.text()) };
      default:
        return { id: this.pick(SIMPLE_TYPES) };
    }
  }

  private constant(depth: number): ConstantValue {
    if (depth > 0 && this.below(4) === 0) return this.many(() => this.constant(depth - 1));
    return this.below(4) === 0 ? null : this.text();
  }

  private expressions(): Expression[] {
    return this.many(() => this.expression(2));
  }

  private sortKeys(): SortKey[] {
    return this.many(() => ({ expression: this.expression(1), descending: this.flip(), nullsFirst: this.flip() }));
  }

  private types(): DataType[] {
    return this.many(() => this.type(1));
  }

  private positions(): number[] {
    return this.many(() => this.below(9));
  }

  private text(): string {
    return this.pick(['', 'a', "it's", 'ж', '"x y"', '\n', '0', 'sum']);
  }

  private many<T>(make: () => T): T[] {
    return Array.from({ length: this.below(4) }, make);
  }

  private pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  private flip(): boolean {
    return this.below(2) === 1;
  }

  /** xorshift32 */
  private below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % limit;
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
const OPERATIONS: readonly FunctionOperation[] = ['scalar', 'table', 'complete', 'update', 'merge', 'finish'];
const COMPARISONS = ['=', '<>', '<', '<=', '>', '>=', 'IS DISTINCT FROM', 'IS NOT DISTINCT FROM'] as const;
