import { sameType, typeToSql } from '@arbalest/spi';
import type { DataType } from '@arbalest/spi';
import type { CaseExpression, ColumnExpression, CompareExpression, ComparisonOp, Expression, SortKey } from '@arbalest/plan';
import type { JsonObject } from '../lossless-json.js';
import { decodeCall } from './calls.js';
import { decodeConstant } from './constants.js';
import { expectKeys, flagAt, keys, numberAt, objectAt, objectsAt, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import { decodeType } from './types.js';
import { isVolatile } from './volatility.js';

const BOOLEAN: DataType = { id: 'BOOLEAN' };

/** Keys that all expressions may have and that say nothing about the value. */
const COMMON = ['expression_class', 'type', 'alias', 'query_location'];
const REF = keys(...COMMON, 'return_type', 'index');
const CONSTANT = keys(...COMMON, 'value');
const CAST = keys(...COMMON, 'child', 'return_type', 'try_cast');
const COMPARISON = keys(...COMMON, 'left', 'right');
const CONJUNCTION = keys(...COMMON, 'children');
const OPERATOR = keys(...COMMON, 'children', 'return_type');
const BETWEEN = keys(...COMMON, 'input', 'lower', 'upper', 'lower_inclusive', 'upper_inclusive');
const CASE = keys(...COMMON, 'return_type', 'case_checks', 'else_expr');

const COMPARISONS: Readonly<Record<string, ComparisonOp>> = {
  COMPARE_EQUAL: '=',
  COMPARE_NOTEQUAL: '<>',
  COMPARE_LESSTHAN: '<',
  COMPARE_LESSTHANOREQUALTO: '<=',
  COMPARE_GREATERTHAN: '>',
  COMPARE_GREATERTHANOREQUALTO: '>=',
  COMPARE_DISTINCT_FROM: 'IS DISTINCT FROM',
  COMPARE_NOT_DISTINCT_FROM: 'IS NOT DISTINCT FROM',
};

/** An expression over a row of the given types. */
export function decodeExpression(json: JsonObject, row: readonly DataType[]): Expression {
  const kind = stringAt(json, 'expression_class');
  switch (kind) {
    case 'BOUND_REF':
      return columnRef(json, row);
    case 'BOUND_CONSTANT':
      expectKeys(json, kind, CONSTANT);
      return decodeConstant(objectAt(json, 'value'));
    case 'BOUND_FUNCTION':
      return decodeCall(json, decodeExpressions(json, 'children', row), row, decodeExpression);
    case 'BOUND_CAST':
      expectKeys(json, kind, CAST);
      return {
        kind: 'cast',
        input: at(json, 'child', row),
        type: decodeType(objectAt(json, 'return_type')),
        try: flagAt(json, 'try_cast'),
      };
    case 'BOUND_COMPARISON':
      expectKeys(json, kind, COMPARISON);
      return compare(comparisonOp(stringAt(json, 'type')), at(json, 'left', row), at(json, 'right', row));
    case 'BOUND_CONJUNCTION':
      return conjunction(json, row);
    case 'BOUND_OPERATOR':
      return operator(json, row);
    case 'BOUND_BETWEEN':
      return between(json, row);
    case 'BOUND_CASE':
      return caseOf(json, row);
    default:
      throw new NotModelled(`expression ${kind}`);
  }
}

export function decodeExpressions(json: JsonObject, key: string, row: readonly DataType[]): readonly Expression[] {
  return objectsAt(json, key).map((item) => decodeExpression(item, row));
}

export function comparisonOp(name: string): ComparisonOp {
  const op = COMPARISONS[name];
  if (!op) throw new NotModelled(`comparison ${name}`);
  return op;
}

const SORT = keys('type', 'null_order', 'expression');

export function decodeSortKeys(json: JsonObject, key: string, row: readonly DataType[]): readonly SortKey[] {
  return objectsAt(json, key).map((item) => {
    expectKeys(item, 'order', SORT);
    const direction = oneOf(item, 'type', 'ASCENDING', 'DESCENDING');
    const nulls = oneOf(item, 'null_order', 'NULLS FIRST', 'NULLS LAST');
    return { expression: at(item, 'expression', row), descending: direction === 'DESCENDING', nullsFirst: nulls === 'NULLS FIRST' };
  });
}

function oneOf(json: JsonObject, key: string, ...allowed: string[]): string {
  const value = stringAt(json, key);
  if (!allowed.includes(value)) throw new NotModelled(`${key} ${value}`);
  return value;
}

/** Conditions in a list hold together. */
export function allOf(conditions: readonly Expression[]): Expression {
  return conditions.length === 1 ? conditions[0]! : { kind: 'logical', op: 'and', args: conditions, type: BOOLEAN };
}

function at(json: JsonObject, key: string, row: readonly DataType[]): Expression {
  return decodeExpression(objectAt(json, key), row);
}

/** The serialised type must be that of the column it points to: anything else means that the positions were misread. */
function columnRef(json: JsonObject, row: readonly DataType[]): ColumnExpression {
  expectKeys(json, 'BOUND_REF', REF);
  const index = numberAt(json, 'index');
  const type = decodeType(objectAt(json, 'return_type'));
  const column = row[index];
  if (!column || !sameType(column, type)) {
    throw new NotModelled(`internal: column ${index} should be ${typeToSql(type)} and is ${column ? typeToSql(column) : 'missing'}`);
  }
  return { kind: 'column', index, type };
}

function compare(op: ComparisonOp, left: Expression, right: Expression): CompareExpression {
  if (!sameType(left.type, right.type)) throw new NotModelled(`internal: ${typeToSql(left.type)} compared with ${typeToSql(right.type)}`);
  return { kind: 'compare', op, left, right, type: BOOLEAN };
}

function conjunction(json: JsonObject, row: readonly DataType[]): Expression {
  expectKeys(json, 'BOUND_CONJUNCTION', CONJUNCTION);
  const op = oneOf(json, 'type', 'CONJUNCTION_AND', 'CONJUNCTION_OR') === 'CONJUNCTION_AND' ? 'and' : 'or';
  return { kind: 'logical', op, args: decodeExpressions(json, 'children', row), type: BOOLEAN };
}

function operator(json: JsonObject, row: readonly DataType[]): Expression {
  expectKeys(json, 'BOUND_OPERATOR', OPERATOR);
  const args = decodeExpressions(json, 'children', row);
  const type = decodeType(objectAt(json, 'return_type'));
  const name = stringAt(json, 'type');
  switch (name) {
    case 'OPERATOR_NOT':
      return { kind: 'logical', op: 'not', args, type };
    case 'OPERATOR_IS_NULL':
      return { kind: 'logical', op: 'is-null', args, type };
    case 'OPERATOR_IS_NOT_NULL':
      return { kind: 'logical', op: 'is-not-null', args, type };
    case 'OPERATOR_COALESCE':
      return { kind: 'logical', op: 'coalesce', args, type };
    case 'COMPARE_IN':
    case 'COMPARE_NOT_IN':
      return { kind: 'in', input: args[0]!, values: args.slice(1), negated: name === 'COMPARE_NOT_IN', type };
    default:
      throw new NotModelled(`operator ${name}`);
  }
}

function between(json: JsonObject, row: readonly DataType[]): Expression {
  expectKeys(json, 'BOUND_BETWEEN', BETWEEN);
  const [input, lower, upper] = [at(json, 'input', row), at(json, 'lower', row), at(json, 'upper', row)];
  const fromLower = flagAt(json, 'lower_inclusive');
  const toUpper = flagAt(json, 'upper_inclusive');
  if (fromLower && toUpper) return { kind: 'logical', op: 'between', args: [input, lower, upper], type: BOOLEAN };
  if (isVolatile(input)) throw new NotModelled('a half-open range over a volatile value');
  return allOf([compare(fromLower ? '>=' : '>', input, lower), compare(toUpper ? '<=' : '<', input, upper)]);
}

function caseOf(json: JsonObject, row: readonly DataType[]): CaseExpression {
  expectKeys(json, 'BOUND_CASE', CASE);
  const branches = objectsAt(json, 'case_checks').map((check) => ({
    when: at(check, 'when_expr', row),
    then: at(check, 'then_expr', row),
  }));
  return { kind: 'case', branches, otherwise: at(json, 'else_expr', row), type: decodeType(objectAt(json, 'return_type')) };
}
