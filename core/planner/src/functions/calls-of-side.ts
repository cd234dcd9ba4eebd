import { columnsOf, expressionParts, remapColumns, withExpressionParts, type Expression } from '@arbalest/plan';
import { column } from '../expressions.js';
import { guardedParts, type Guard } from './guards.js';
import { hasUserCall, isUserCall, type Volatility } from './user-calls.js';

export type Side = 'left' | 'right';

/** A call of a join's condition that reads one side, over that side's columns. */
export interface SideCall {
  readonly side: Side;
  readonly expression: Expression;
  readonly guard?: Expression;
}

/**
 * Takes the calls that read one side out of a condition over both. Behind the columns of both sides the expression reads one further column for each of them.
 * A volatile call stays: it is made for each pair of rows.
 */
export function callsOfSide(
  condition: Expression,
  widths: Readonly<Record<Side, number>>,
  volatility: Volatility,
): { readonly expression: Expression; readonly calls: readonly SideCall[] } {
  const calls: SideCall[] = [];
  const width = widths.left + widths.right;
  const expression = take(condition, undefined);
  return { expression: remapColumns(expression, (index) => index, width + calls.length), calls };

  function take(part: Expression, guard: Guard): Expression {
    if (!hasUserCall(part) || part.kind === 'lambda') return part;
    const side = isUserCall(part) && !volatility.isVolatile(part) ? sideOf([part, ...(guard ? [guard] : [])], widths) : undefined;
    if (side) {
      const moved = (e: Expression) => remapColumns(e, (index) => (side === 'left' ? index : index - widths.left), widths[side]);
      return column(width + calls.push({ side, expression: moved(part), ...(guard && { guard: moved(guard) }) }) - 1, part.type);
    }
    const taken = guardedParts(part, guard).map((entry) => take(entry.part, entry.guard));
    return taken.every((entry, i) => entry === expressionParts(part)[i]) ? part : withExpressionParts(part, taken);
  }
}

/** The side that all of them read; the left one if they read none. */
function sideOf(expressions: readonly Expression[], widths: Readonly<Record<Side, number>>): Side | undefined {
  const read = new Set(expressions.flatMap((expression) => [...columnsOf(expression)]));
  if ([...read].every((index) => index < widths.left)) return 'left';
  return [...read].every((index) => index >= widths.left && index < widths.left + widths.right) ? 'right' : undefined;
}
