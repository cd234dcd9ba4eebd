import type { Canonical, CanonicalRow } from './canonical.js';

export interface Comparison {
  /** Same rows, each as often; floating point to 1e-9 relative. */
  readonly equal: boolean;
  /** Also in the same order. Rows that tie in the statement's ORDER BY may come in any. */
  readonly sameOrder: boolean;
  /** For people: the first difference. */
  readonly difference?: string;
}

const RELATIVE_TOLERANCE = 1e-9;

export function compareRows(actual: readonly CanonicalRow[], expected: readonly CanonicalRow[]): Comparison {
  if (actual.length !== expected.length) {
    return { equal: false, sameOrder: false, difference: `${actual.length} rows in place of ${expected.length}` };
  }
  if (firstDifference(actual, expected) === -1) return { equal: true, sameOrder: true };
  const [left, right] = [inAnyOrder(actual), inAnyOrder(expected)];
  const at = firstDifference(left, right);
  if (at === -1) return { equal: true, sameOrder: false };
  return { equal: false, sameOrder: false, difference: `row ${JSON.stringify(left[at])} in place of ${JSON.stringify(right[at])}` };
}

function firstDifference(actual: readonly CanonicalRow[], expected: readonly CanonicalRow[]): number {
  return actual.findIndex((row, i) => !sameValue(row, expected[i]!));
}

function sameValue(a: Canonical, b: Canonical): boolean {
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b);
  // An engine may give a whole number as text where another gives a number.
  if (typeof a === 'number' || typeof b === 'number')
    return a !== null && b !== null && !Array.isArray(a) && !Array.isArray(b) && sameNumber(Number(a), Number(b));
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, i) => sameValue(value as Canonical, b[i] as Canonical));
  return a === b;
}

function sameNumber(a: number, b: number): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (Number.isNaN(a) && Number.isNaN(b)) return true;
  return Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b), Number.MIN_VALUE);
}

/** Sorted by everything exact first, so that neighbours in the last digits of a floating point value pair up. */
function inAnyOrder(rows: readonly CanonicalRow[]): CanonicalRow[] {
  return rows
    .map((row) => ({
      row,
      key: JSON.stringify(row.map((value) => exactPart(value))),
      rough: numbersOf(row),
      text: JSON.stringify(row.map(textOf)),
    }))
    .sort((a, b) => compareTexts(a.key, b.key) || compareNumbers(a.rough, b.rough) || compareTexts(a.text, b.text))
    .map(({ row }) => row);
}

/** The value with a mark in place of every number, also of one that another engine gives as text. */
function exactPart(value: Canonical): Canonical {
  if (numberOf(value) !== undefined) return '#';
  return Array.isArray(value) ? value.map((item) => exactPart(item as Canonical)) : value;
}

function numbersOf(value: Canonical): number[] {
  const number = numberOf(value);
  if (number !== undefined) return [number];
  return Array.isArray(value) ? (value as readonly Canonical[]).flatMap(numbersOf) : [];
}

function numberOf(value: Canonical): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function textOf(value: Canonical): string {
  return Array.isArray(value) ? JSON.stringify((value as readonly Canonical[]).map(textOf)) : String(value);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [i, left] of a.entries()) {
    const right = b[i]!;
    if (!sameNumber(left, right)) return left < right || Number.isNaN(right) ? -1 : 1;
  }
  return 0;
}
