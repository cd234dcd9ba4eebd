import type { AggregateCall, ColumnExpression, Expression } from '@arbalest/plan';
import { aggregate, BIGINT, call, cast, constant, DOUBLE, when } from '../expressions.js';

/**
 * Variance, covariance, correlation and linear regression, taken apart without loss of digits. A task's part is the number of rows or pairs, the
 * means, and the mean squared and mixed deviations from them. Parts are joined by the pairwise formula of Chan, Golub and LeVeque (1979):
 *
 *     S = sum(S_i) + sum(n_i * (mean_i - mean)^2)        mean = sum(n_i * mean_i) / sum(n_i)
 *
 * which needs the common mean of a group before its second sum, hence `means` (over windows of the group) beside `sums`.
 */
export interface Moments {
  readonly partials: readonly AggregateCall[];
  /** Weighted sums to be taken over the group's partials first; divided by the number of rows they are the common means. */
  means(partials: readonly ColumnExpression[]): readonly Expression[];
  /** Over the partials and the common means, to be summed over the group: the number of rows first. */
  sums(partials: readonly ColumnExpression[], means: readonly ColumnExpression[]): readonly Expression[];
  /** Over the sums and the common means. */
  finish(sums: readonly Expression[], means: readonly Expression[]): Expression;
}

const ONE_COLUMN = new Set(['var_pop', 'var_samp', 'variance', 'stddev_pop', 'stddev_samp', 'stddev']);
const TWO_COLUMNS = new Set([
  'covar_pop',
  'covar_samp',
  'corr',
  'regr_slope',
  'regr_sxx',
  'regr_syy',
  'regr_sxy',
  'regr_avgx',
  'regr_avgy',
  'regr_count',
]);

/** `undefined` when the aggregate is none of these. */
export function moments(aggregateCall: AggregateCall): Moments | undefined {
  if (aggregateCall.distinct || aggregateCall.orderBy.length > 0 || !aggregateCall.args.every((arg) => arg.type.id === 'DOUBLE'))
    return undefined;
  if (ONE_COLUMN.has(aggregateCall.name) && aggregateCall.args.length === 1) return ofOneColumn(aggregateCall);
  if (TWO_COLUMNS.has(aggregateCall.name) && aggregateCall.args.length === 2) return ofTwoColumns(aggregateCall);
  return undefined;
}

function ofOneColumn({ name, args, filter, type }: AggregateCall): Moments {
  return {
    partials: [
      aggregate('count', args, BIGINT, filter),
      aggregate('avg', args, DOUBLE, filter),
      aggregate('var_pop', args, DOUBLE, filter),
    ],
    means: ([n, mean]) => [times(n!, mean!)],
    sums: ([n, mean, variance], [common]) => [asDouble(n!), times(n!, plus(variance!, square(minus(mean!, common!))))],
    finish: ([n, s]) => cast(name.startsWith('stddev') ? call('sqrt', [perRow(name, n!, s!)], DOUBLE) : perRow(name, n!, s!), type),
  };
}

function ofTwoColumns({ name, args, filter, type }: AggregateCall): Moments {
  const part = (partial: string) => aggregate(partial, args, DOUBLE, filter);
  return {
    partials: [aggregate('regr_count', args, BIGINT, filter), ...['regr_avgy', 'regr_avgx', 'regr_syy', 'regr_sxx', 'covar_pop'].map(part)],
    means: ([n, meanY, meanX]) => [times(n!, meanY!), times(n!, meanX!)],
    sums: ([n, meanY, meanX, syy, sxx, covariance], [y, x]) => [
      asDouble(n!),
      plus(syy!, times(n!, square(minus(meanY!, y!)))),
      plus(sxx!, times(n!, square(minus(meanX!, x!)))),
      times(n!, plus(covariance!, call('*', [minus(meanY!, y!), minus(meanX!, x!)], DOUBLE))),
    ],
    finish: (sums, means) => cast(ofPairs(name, sums, means), type),
  };
}

function ofPairs(name: string, sums: readonly Expression[], means: readonly Expression[]): Expression {
  const [n, syy, sxx, sxy] = sums as readonly [Expression, Expression, Expression, Expression];
  switch (name) {
    case 'regr_count':
      return orZero(n);
    case 'regr_avgy':
      return means[0]!;
    case 'regr_avgx':
      return means[1]!;
    case 'regr_syy':
      return syy;
    case 'regr_sxx':
      return sxx;
    case 'regr_sxy':
      return sxy;
    case 'regr_slope':
      return divide(sxy, sxx);
    case 'corr':
      return divide(sxy, call('sqrt', [call('*', [sxx, syy], DOUBLE)], DOUBLE));
    default:
      return perRow(name, n, sxy);
  }
}

/** A sum of deviations over the rows, or over one less for a sample, which one row alone does not make. */
function perRow(name: string, n: Expression, s: Expression): Expression {
  if (name.endsWith('_pop')) return divide(s, n);
  const isSample: Expression = { kind: 'compare', op: '>', left: n, right: number(1), type: { id: 'BOOLEAN' } };
  return when(isSample, divide(s, minus(n, number(1))), constant(null, DOUBLE));
}

function orZero(n: Expression): Expression {
  return { kind: 'logical', op: 'coalesce', args: [n, number(0)], type: DOUBLE };
}

function number(value: number): Expression {
  return constant(String(value), DOUBLE);
}

function asDouble(expression: Expression): Expression {
  return expression.type.id === 'DOUBLE' ? expression : cast(expression, DOUBLE);
}

function plus(a: Expression, b: Expression): Expression {
  return call('+', [asDouble(a), asDouble(b)], DOUBLE);
}

function minus(a: Expression, b: Expression): Expression {
  return call('-', [asDouble(a), asDouble(b)], DOUBLE);
}

function times(a: Expression, b: Expression): Expression {
  return call('*', [asDouble(a), asDouble(b)], DOUBLE);
}

function divide(a: Expression, b: Expression): Expression {
  return call('/', [asDouble(a), asDouble(b)], DOUBLE);
}

function square(a: Expression): Expression {
  return times(a, a);
}
