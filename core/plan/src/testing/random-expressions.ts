import type { FunctionOperation } from '@arbalest/spi';
import type { AggregateCall, ColumnExpression, Expression, FrameBound, SortKey, UserCall, WindowCall } from '../expression.js';
import { RandomTypes } from './random-types.js';

export const COMPARISONS = ['=', '<>', '<', '<=', '>', '>=', 'IS DISTINCT FROM', 'IS NOT DISTINCT FROM'] as const;
const OPERATIONS: readonly FunctionOperation[] = ['scalar', 'table', 'complete', 'update', 'merge', 'finish'];

/** Expressions and calls of every shape: well formed as data, not meant to run. */
export class RandomExpressions extends RandomTypes {
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

  protected column(): ColumnExpression {
    return { kind: 'column', index: this.below(40), type: this.type(2) };
  }

  protected userCall(): UserCall {
    return { function: this.below(5), operation: this.pick(OPERATIONS) };
  }

  protected aggregate(): AggregateCall {
    return {
      name: this.text(),
      args: this.expressions(),
      distinct: this.flip(),
      ...(this.flip() && { filter: this.expression(1) }),
      orderBy: this.sortKeys(),
      type: this.type(1),
    };
  }

  protected window(): WindowCall {
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

  protected bound(): FrameBound {
    const kind = this.pick(['unbounded-preceding', 'preceding', 'current-row', 'following', 'unbounded-following'] as const);
    return kind === 'preceding' || kind === 'following' ? { kind, offset: this.expression(1) } : { kind };
  }

  protected expressions(): Expression[] {
    return this.many(() => this.expression(2));
  }

  protected sortKeys(): SortKey[] {
    return this.many(() => ({ expression: this.expression(1), descending: this.flip(), nullsFirst: this.flip() }));
  }
}
