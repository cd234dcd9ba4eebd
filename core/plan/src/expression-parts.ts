import type { Expression } from './expression.js';

/** The expressions that one is made of, in the order in which they are written. */
export function expressionParts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'column':
    case 'constant':
      return [];
    case 'call':
    case 'logical':
      return expression.args;
    case 'cast':
      return [expression.input];
    case 'compare':
      return [expression.left, expression.right];
    case 'case':
      return [...expression.branches.flatMap(({ when, then }) => [when, then]), expression.otherwise];
    case 'in':
      return [expression.input, ...expression.values];
    case 'lambda':
      return [expression.body];
  }
}

/** The same expression made of other parts, given in the order of `expressionParts`. */
export function withExpressionParts(expression: Expression, parts: readonly Expression[]): Expression {
  switch (expression.kind) {
    case 'column':
    case 'constant':
      return expression;
    case 'call':
    case 'logical':
      return { ...expression, args: parts };
    case 'cast':
      return { ...expression, input: parts[0]! };
    case 'compare':
      return { ...expression, left: parts[0]!, right: parts[1]! };
    case 'case':
      return {
        ...expression,
        branches: expression.branches.map((_, i) => ({ when: parts[2 * i]!, then: parts[2 * i + 1]! })),
        otherwise: parts.at(-1)!,
      };
    case 'in':
      return { ...expression, input: parts[0]!, values: parts.slice(1) };
    case 'lambda':
      return { ...expression, body: parts[0]! };
  }
}

/** Every expression within, the whole first. */
export function* walkExpression(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of expressionParts(expression)) yield* walkExpression(part);
}

/**
 * The expression over another input: column i becomes column `map(i)` of an input of `width` columns. The parameters of lambdas, which lie
 * beyond the input's columns, move with it.
 */
export function remapColumns(expression: Expression, map: (index: number) => number, width: number): Expression {
  if (expression.kind === 'column') {
    const index = map(expression.index);
    return index === expression.index ? expression : { ...expression, index };
  }
  if (expression.kind === 'lambda') {
    const before = expression.inputWidth;
    const within = (index: number) => (index < before ? map(index) : index - before + width);
    return { ...expression, inputWidth: width, body: remapColumns(expression.body, within, width) };
  }
  const parts = expressionParts(expression);
  return parts.length === 0
    ? expression
    : withExpressionParts(
        expression,
        parts.map((part) => remapColumns(part, map, width)),
      );
}

/** Positions of the input's columns that the expression reads. */
export function columnsOf(expression: Expression, into = new Set<number>()): Set<number> {
  if (expression.kind === 'column') into.add(expression.index);
  if (expression.kind === 'lambda') {
    for (const index of columnsOf(expression.body)) if (index < expression.inputWidth) into.add(index);
    return into;
  }
  for (const part of expressionParts(expression)) columnsOf(part, into);
  return into;
}
