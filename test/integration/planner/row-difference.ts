type Value = unknown;
type Row = readonly Value[];

const RELATIVE_TOLERANCE = 1e-9;

/** The first difference between two results as sets of rows, each as often; nested values too, and floating point to 1e-9 relative. */
export function rowDifference(actual: readonly Row[], expected: readonly Row[], isOrdered = false): string | undefined {
  if (actual.length !== expected.length) return `${actual.length} rows in place of ${expected.length}`;
  const [left, right] = isOrdered ? [actual, expected] : [sorted(actual), sorted(expected)];
  const at = left.findIndex((row, i) => !isSame(row, right[i]));
  return at < 0 ? undefined : `row ${at}: ${JSON.stringify(left[at])} in place of ${JSON.stringify(right[at])}`;
}

/** By a text in which numbers that differ in their last digits are alike. */
function sorted(rows: readonly Row[]): readonly Row[] {
  const keyed = rows.map((row) => ({
    row,
    key: JSON.stringify(row, (_name, value: unknown) => (typeof value === 'number' ? value.toPrecision(6) : value)),
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row);
}

function isSame(a: Value, b: Value): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return a === b || Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => isSame((a as Record<string, Value>)[key], (b as Record<string, Value>)[key]));
}
