/**
 * What DuckDB's serialiser writes is not quite JSON: 64- and 128-bit integers are bare numbers, and so are NaN and the infinities.
 * Integers that a double cannot hold come as bigint.
 */
export type LosslessJson = null | boolean | number | bigint | string | readonly LosslessJson[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: LosslessJson;
}

/** What `JSON.parse` would get wrong or refuse; a hit inside a string only costs the slower way. */
const NOT_PLAIN = /[[:,]\s*(?:-?[0-9]{16}|-?inf|-?nan)/i;

/** @throws SyntaxError */
export function parseLosslessJson(text: string): LosslessJson {
  if (!NOT_PLAIN.test(text)) return JSON.parse(text) as LosslessJson;
  const parser = new Parser(text);
  return parser.document();
}

const SCALAR = /[^\s,\]}]+/y;
const SPACE = /\s*/y;
/** A string without escapes, the usual case. */
const PLAIN_STRING = /"[^"\\]*"/y;
const STRING = /"(?:[^"\\]|\\.)*"/sy;

class Parser {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): LosslessJson {
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) throw this.unexpected();
    return value;
  }

  private value(): LosslessJson {
    this.skipSpace();
    const char = this.text[this.at];
    if (char === '{') return this.object();
    if (char === '[') return this.array();
    if (char === '"') return this.string();
    return this.scalar();
  }

  private object(): JsonObject {
    const entries: [string, LosslessJson][] = [];
    this.sequence('}', () => {
      this.skipSpace();
      const key = this.string();
      this.skipSpace();
      this.expect(':');
      entries.push([key, this.value()]);
    });
    return Object.fromEntries(entries);
  }

  private array(): readonly LosslessJson[] {
    const items: LosslessJson[] = [];
    this.sequence(']', () => items.push(this.value()));
    return items;
  }

  private sequence(close: string, item: () => void): void {
    this.at++;
    this.skipSpace();
    if (this.text[this.at] === close) {
      this.at++;
      return;
    }
    for (;;) {
      item();
      this.skipSpace();
      if (this.text[this.at] === close) break;
      this.expect(',');
    }
    this.at++;
  }

  private string(): string {
    const plain = this.match(PLAIN_STRING);
    if (plain !== undefined) return plain.slice(1, -1);
    const found = this.match(STRING);
    if (found === undefined) throw this.unexpected();
    return JSON.parse(found) as string;
  }

  private scalar(): LosslessJson {
    const word = this.match(SCALAR) ?? '';
    switch (word.toLowerCase()) {
      case 'null':
        return null;
      case 'true':
        return true;
      case 'false':
        return false;
      case 'nan':
      case '-nan':
        return Number.NaN;
      case 'inf':
      case 'infinity':
        return Number.POSITIVE_INFINITY;
      case '-inf':
      case '-infinity':
        return Number.NEGATIVE_INFINITY;
    }
    if (/^-?[0-9]+$/.test(word)) return integer(word);
    if (/^-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(word)) return Number(word);
    this.at -= word.length;
    throw this.unexpected();
  }

  private expect(char: string): void {
    if (this.text[this.at] !== char) throw this.unexpected();
    this.at++;
  }

  private skipSpace(): void {
    this.match(SPACE);
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private unexpected(): SyntaxError {
    return new SyntaxError(`Unexpected ${JSON.stringify(this.text.slice(this.at, this.at + 12))} at offset ${this.at}`);
  }
}

function integer(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}

/** A scalar as text; nothing for what is absent or nested. */
export function scalarText(value: LosslessJson | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}
