import { expect, test } from 'vitest';
import type { Expression } from './expression.js';
import { columnsOf, expressionParts, remapColumns, withExpressionParts } from './expression-parts.js';
import { RandomPlans } from './testing/random-plan.js';

const INTEGER = { id: 'INTEGER' } as const;
const column = (index: number): Expression => ({ kind: 'column', index, type: INTEGER });

test('an expression is made again of its own parts', () => {
  for (let seed = 1; seed < 200; seed += 1) {
    const expression = new RandomPlans(seed * 104729).expression(3);
    expect(withExpressionParts(expression, expressionParts(expression))).toEqual(expression);
  }
});

test('the parameters of a lambda move when the width of the input changes', () => {
  const lambda: Expression = {
    kind: 'lambda',
    parameters: ['x'],
    inputWidth: 3,
    type: INTEGER,
    body: { kind: 'compare', op: '<', left: column(3), right: column(2), type: INTEGER },
  };
  expect([...columnsOf(lambda)]).toEqual([2]);
  expect(remapColumns(lambda, () => 0, 1)).toMatchObject({ inputWidth: 1, body: { left: { index: 1 }, right: { index: 0 } } });
});
