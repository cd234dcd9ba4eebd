/** A value of a line: its text, and whether it stood in quotes, which makes it text whatever it looks like. */
export interface LineValue {
  readonly text: string;
  readonly quoted: boolean;
}

/** `key=value`, `key="a JSON string"`, or `key=` for NULL; pairs are separated by blanks. */
const PAIR = /[ \t]*([^\s="]+)=(?:("(?:[^"\\]|\\.)*")|([^\s"]*))(?=[ \t]|$)/y;
const PLAIN = /^[^\s="\\]+$/;
/** Bare values that would come back as something else than text. */
const LOOKS_TYPED = /^(true|false|NaN|-?Infinity|-?[\d.].*)$/;

/** The values of a line by key, or undefined when it is no line of this format. A key that comes twice has its last value. */
export function parseLine(line: string): ReadonlyMap<string, LineValue> | undefined {
  const values = new Map<string, LineValue>();
  const end = line.trimEnd().length;
  let at = 0;
  while (at < end) {
    PAIR.lastIndex = at;
    const [pair, key, quoted, bare] = PAIR.exec(line) ?? [];
    if (pair === undefined) return undefined;
    const text = quoted === undefined ? bare : unquoted(quoted);
    if (text === undefined) return undefined;
    values.delete(key!);
    if (quoted !== undefined || text !== '') values.set(key!, { text, quoted: quoted !== undefined });
    at += pair.length;
  }
  return values;
}

function unquoted(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}

/** Whether a column of this name can be written. */
export function isKey(name: string): boolean {
  return /^[^\s="]+$/.test(name);
}

/** A pair as `parseLine` reads it back. JSON escapes line breaks, so that a line of the file is always a row. */
export function formatPair(key: string, value: string | number | bigint | boolean | null): string {
  if (value === null) return `${key}=`;
  if (typeof value !== 'string') return `${key}=${value}`;
  return `${key}=${PLAIN.test(value) && !LOOKS_TYPED.test(value) ? value : JSON.stringify(value)}`;
}
