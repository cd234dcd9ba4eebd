/** Where the scanner is: in plain text, or within what ends only at a certain mark. */
const OPENERS: readonly (readonly [opener: RegExp, closerOf: (opened: string) => string])[] = [
  [/'/y, () => "'"],
  [/"/y, () => '"'],
  [/--/y, () => '\n'],
  [/\/\*/y, () => '*/'],
  [/\$[A-Za-z_]*\$/y, (opened) => opened],
];

/**
 * Whether the text holds whole statements only: its last semicolon stands outside quotes and comments, and nothing but space and comments
 * follows it. A doubled quote closes and opens again, which comes to the same.
 */
export function isComplete(text: string): boolean {
  let complete = false;
  for (let at = 0; at < text.length;) {
    const region = regionAt(text, at);
    if (region !== undefined) {
      if (region.end === -1) return region.comment && text.slice(at).startsWith('--') && complete;
      if (!region.comment) complete = false;
      at = region.end;
      continue;
    }
    const character = text[at]!;
    if (character === ';') complete = true;
    else if (character.trim() !== '') complete = false;
    at++;
  }
  return complete;
}

function regionAt(text: string, at: number): { readonly end: number; readonly comment: boolean } | undefined {
  for (const [opener, closerOf] of OPENERS) {
    opener.lastIndex = at;
    const opened = opener.exec(text)?.[0];
    if (opened === undefined) continue;
    const closer = closerOf(opened);
    const end = text.indexOf(closer, at + opened.length);
    return { end: end === -1 ? -1 : end + closer.length, comment: opened === '--' || opened === '/*' };
  }
  return undefined;
}
