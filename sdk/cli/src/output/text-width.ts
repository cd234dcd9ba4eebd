type Measure = (text: string) => number;

const PLAIN = /^[\x20-\x7e]*$/;
let measure: Measure | undefined;

/** To be awaited before other characters than ASCII's are measured; most output has none and never loads the tables of Unicode. */
export async function prepareWidths(texts: Iterable<string>): Promise<void> {
  if (measure !== undefined) return;
  for (const text of texts) {
    if (!PLAIN.test(text)) {
      measure = (await import('string-width')).default;
      return;
    }
  }
}

/** Columns that the text takes in a terminal. */
export function textWidth(text: string): number {
  return PLAIN.test(text) || measure === undefined ? text.length : measure(text);
}

/** Cuts the text to a width, with an ellipsis where it was cut. */
export function cutToWidth(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += textWidth(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
