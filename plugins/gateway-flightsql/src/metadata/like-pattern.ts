/** What takes the meaning away from a `%`, a `_` or itself in a pattern; drivers ask for it by SQL_SEARCH_STRING_ESCAPE. */
export const PATTERN_ESCAPE = '\\';

const ANY_TEXT = Symbol('%');
const ANY_CHARACTER = Symbol('_');

/** Whether names match a pattern as LIKE has it: `%` is any text, `_` one character, letters are compared as they are. Absent matches all. */
export function likePattern(pattern: string | null | undefined): (name: string) => boolean {
  if (pattern === null || pattern === undefined) return () => true;
  const parts = partsOf(pattern);
  return (name) => matches(parts, [...name]);
}

function partsOf(pattern: string): readonly (string | symbol)[] {
  return (pattern.match(/\\[\s\S]|[\s\S]/gu) ?? []).map((part) => {
    if (part === '%') return ANY_TEXT;
    if (part === '_') return ANY_CHARACTER;
    return part.length > 1 && part.startsWith(PATTERN_ESCAPE) ? part.slice(1) : part;
  });
}

/** Goes back to the last `%` only, so that the time is at most the product of both lengths, whatever a client sends. */
function matches(parts: readonly (string | symbol)[], name: readonly string[]): boolean {
  let part = 0;
  let at = 0;
  let lastAny = -1;
  let takenByIt = 0;
  while (at < name.length) {
    if (parts[part] === ANY_TEXT) {
      lastAny = part++;
      takenByIt = at;
    } else if (parts[part] === ANY_CHARACTER || parts[part] === name[at]) {
      part++;
      at++;
    } else if (lastAny >= 0) {
      part = lastAny + 1;
      at = ++takenByIt;
    } else return false;
  }
  while (parts[part] === ANY_TEXT) part++;
  return part === parts.length;
}
