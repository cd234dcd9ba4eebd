import type { SplitRange } from '../codec/split-range.js';
import type { Comparison } from '../types/column-read.js';
import { scanOptions } from '../types/column-read.js';
import type { Relation } from './relation.js';
import type { TableShape } from './table-shape.js';

/** So well must rows lie in the order of the key for a range of it to be a run of blocks. */
const IN_ORDER = 0.9;
/** From this version on a range of blocks is read without the others. */
const BLOCK_RANGES = 140_000;
const INTEGERS = /^pg_catalog\.int[248]$/;
const KEYS: ReadonlySet<Comparison> = new Set(['integer', 'decimal', 'uuid', 'date', 'timestamp', 'timestamptz', 'text']);

/** By what a table is cut. `key`: by a column, whose bounds have to be found out. */
export type CutBy =
  { readonly kind: 'key'; readonly column: string; readonly cast: string; readonly isInteger: boolean } | { readonly kind: 'blocks' };

/**
 * A key of one column, where its rows are stored in its order or there is nothing else to go by; blocks where they lie in another order, since each range of the key would then read most
 * of them. Undefined for what can only be read whole.
 */
export function cutBy(relation: Relation, { source }: TableShape): CutBy | undefined {
  const hasBlocks = relation.blocks !== null && relation.serverVersion >= BLOCK_RANGES;
  const [column, ...more] = relation.primaryKey ?? [];
  const read = column === undefined ? undefined : scanOptions(source.options).columns[column];
  const isKey = read?.compare !== undefined && KEYS.has(read.compare) && (more.length === 0 || !hasBlocks);
  const correlation = column === undefined ? undefined : relation.statistics[column]?.correlation;
  const isInOrder = Math.abs(correlation ?? 1) >= IN_ORDER;
  if (isKey && (isInOrder || !hasBlocks)) return { kind: 'key', column: column!, cast: read.cast, isInteger: INTEGERS.test(read.cast) };
  return hasBlocks ? { kind: 'blocks' } : undefined;
}

/** `count` ranges or fewer. */
export function blockRanges(blocks: number, count: number): readonly SplitRange[] {
  const pieces = Math.max(1, Math.min(count, blocks));
  return between(
    Array.from({ length: pieces - 1 }, (_, i) => Math.floor((blocks * (i + 1)) / pieces)),
    (ends) => ({ kind: 'blocks', ...ends }),
  );
}

/** @param bounds values in order, equally many rows between neighbours */
export function keyRanges(
  { column, cast }: Extract<CutBy, { kind: 'key' }>,
  bounds: readonly string[],
  count: number,
): readonly SplitRange[] {
  const cuts = Array.from({ length: count - 1 }, (_, i) => bounds[Math.floor((bounds.length * (i + 1)) / count)]!);
  return between([...new Set(cuts)], (ends) => ({ kind: 'key', column, cast, ...ends }));
}

/** Cuts the span between the smallest and the largest key evenly. */
export function integerBounds(least: string, most: string, count: number): readonly string[] {
  const [from, to] = [BigInt(least), BigInt(most)];
  const bounds = Array.from({ length: count }, (_, i) => from + ((to - from) * BigInt(i)) / BigInt(count));
  return [...new Set(bounds.map(String))];
}

function between<Value>(cuts: readonly Value[], range: (ends: { from?: Value; to?: Value }) => SplitRange): readonly SplitRange[] {
  return Array.from({ length: cuts.length + 1 }, (_, i) =>
    range({ ...(i === 0 ? {} : { from: cuts[i - 1]! }), ...(i === cuts.length ? {} : { to: cuts[i]! }) }),
  );
}
