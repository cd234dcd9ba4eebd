import { sameType } from '@arbalest/spi';
import type { CompareOp, Filter } from '@arbalest/spi';
import { transformUp } from '@arbalest/plan';
import type { CompareExpression, Expression, LogicalExpression, PlanNode, ScanNode } from '@arbalest/plan';

/** Tells scans what the filter right above them asks for, so that files and row groups can be left out. The filter stays. */
export function pushScanFilters(plan: PlanNode): PlanNode {
  return transformUp(plan, (node) => {
    if (node.kind !== 'filter' || node.input.kind !== 'scan') return node;
    const filters = filtersOf(node.predicate, node.input);
    return filters.length === 0 ? node : { ...node, input: { ...node.input, filters } };
  });
}

/** Those parts of a conjunction that can be said as filters; leaving parts out is always right. */
function filtersOf(predicate: Expression, scan: ScanNode): readonly Filter[] {
  if (predicate.kind === 'logical' && predicate.op === 'and') return predicate.args.flatMap((part) => filtersOf(part, scan));
  return exactFilter(predicate, scan) ?? [];
}

/** The whole of a predicate as a conjunction of filters, or undefined. */
export function exactFilter(predicate: Expression, scan: ScanNode): readonly Filter[] | undefined {
  switch (predicate.kind) {
    case 'compare':
      return comparison(predicate, scan);
    case 'in':
      return membership(predicate.input, predicate.values, predicate.negated, scan);
    case 'logical':
      return logical(predicate, scan);
    default:
      return undefined;
  }
}

const FLIPPED: Readonly<Partial<Record<string, CompareOp>>> = { '=': '=', '<>': '<>', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function comparison({ op, left, right }: CompareExpression, scan: ScanNode): readonly Filter[] | undefined {
  const flipped = FLIPPED[op];
  if (!flipped) return undefined;
  if (left.kind === 'constant') return compareFilter(right, flipped, left, scan);
  return compareFilter(left, op as CompareOp, right, scan);
}

function compareFilter(input: Expression, op: CompareOp, constant: Expression, scan: ScanNode): readonly Filter[] | undefined {
  const column = columnName(input, scan);
  const value = column === undefined ? undefined : literalText(constant, input);
  return column === undefined || value === undefined ? undefined : [{ kind: 'compare', column, op, value }];
}

function membership(input: Expression, list: readonly Expression[], negated: boolean, scan: ScanNode): readonly Filter[] | undefined {
  const column = columnName(input, scan);
  const values = list.map((value) => literalText(value, input));
  if (negated || column === undefined || !values.every((value) => value !== undefined)) return undefined;
  return [{ kind: 'in', column, values }];
}

function logical({ op, args }: LogicalExpression, scan: ScanNode): readonly Filter[] | undefined {
  const [first, second, third] = args;
  switch (op) {
    case 'and':
      return allDefined(args.map((part) => exactFilter(part, scan)))?.flat();
    case 'or': {
      const any = allDefined(args.map((part) => exactFilter(part, scan)));
      return any && [oneOf(any) ?? { kind: 'or', any }];
    }
    case 'between':
      return allDefined([compareFilter(first!, '>=', second!, scan), compareFilter(first!, '<=', third!, scan)])?.flat();
    case 'is-null':
    case 'is-not-null': {
      const column = columnName(first!, scan);
      return column === undefined ? undefined : [{ kind: op, column }];
    }
    default:
      return undefined;
  }
}

/** Equalities over one column, which is how short IN lists come. */
function oneOf(alternatives: readonly (readonly Filter[])[]): Filter | undefined {
  const values: string[] = [];
  const columns = new Set<string>();
  for (const [filter, ...more] of alternatives) {
    if (filter?.kind !== 'compare' || filter.op !== '=' || more.length > 0) return undefined;
    columns.add(filter.column);
    values.push(filter.value);
  }
  const [column] = columns;
  return columns.size === 1 ? { kind: 'in', column: column!, values } : undefined;
}

function allDefined<T>(items: readonly (T | undefined)[]): readonly T[] | undefined {
  return items.every((item) => item !== undefined) ? items : undefined;
}

function columnName(expression: Expression, scan: ScanNode): string | undefined {
  return expression.kind === 'column' ? scan.columns[expression.index]?.name : undefined;
}

/** NaN is left out: formats differ on where it sorts. */
function literalText(expression: Expression, column: Expression): string | undefined {
  if (expression.kind !== 'constant' || typeof expression.value !== 'string' || !sameType(expression.type, column.type)) return undefined;
  return expression.value === 'nan' ? undefined : expression.value;
}
