import type { ListColumn } from '../../output/listing.js';
import { textWidth } from '../../output/text-width.js';

/** What a column takes beside its text, and a table at its end. */
const FRAME = 3;
/** A last column may be cut as long as this much of it is seen. */
const ENOUGH = 20;

/** The first of the columns, as many as a terminal has room for: the most telling come first. What is cut everywhere tells nothing. */
export function fittingColumns<T>(items: readonly T[], columns: readonly ListColumn<T>[], width: number): readonly ListColumn<T>[] {
  let left = width - 1;
  const kept: ListColumn<T>[] = [];
  for (const column of columns) {
    const needed = Math.max(...[column.name, ...items.map((item) => column.text(item) ?? '')].map(textWidth));
    if (kept.length > 0 && left < Math.min(needed, ENOUGH) + FRAME) break;
    kept.push(column);
    left -= needed + FRAME;
  }
  return kept;
}
