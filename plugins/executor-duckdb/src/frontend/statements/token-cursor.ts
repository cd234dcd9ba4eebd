import { userError } from '@arbalest/spi';
import type { ArbalestError, DataType, TableName } from '@arbalest/spi';
import type { Token } from '../lexer.js';

/** One statement of a script: its text without the separator, and where that begins. */
export interface StatementText {
  readonly text: string;
  readonly position: number;
  /** Offsets are those in `text`. */
  readonly tokens: readonly Token[];
}

/** The type that a piece of SQL such as `DECIMAL(10, 2)[]` names. */
export type TypeOfText = (sql: string, position: number) => Promise<DataType>;

/** Walks through a statement's tokens. Keywords are matched without regard to case. */
export class TokenCursor {
  constructor(
    readonly statement: StatementText,
    private at = 0,
  ) {}

  peek(ahead = 0): Token | undefined {
    return this.statement.tokens[this.at + ahead];
  }

  get done(): boolean {
    return this.at >= this.statement.tokens.length;
  }

  /** Offset of the next token, or the text's end. */
  get offset(): number {
    return this.peek()?.start ?? this.statement.text.length;
  }

  next(): Token {
    const token = this.peek();
    if (!token) throw this.unexpected('more');
    this.at++;
    return token;
  }

  /** Whether the next tokens are these words. */
  isWord(...words: string[]): boolean {
    return words.every((word, i) => this.peek(i)?.kind === 'word' && this.peek(i)?.value === word);
  }

  isSymbol(symbol: string): boolean {
    return this.peek()?.kind === 'symbol' && this.peek()?.text === symbol;
  }

  /** Steps over the words when they come next. */
  takeWords(...words: string[]): boolean {
    const found = this.isWord(...words);
    if (found) this.at += words.length;
    return found;
  }

  /** Steps over the first of the symbols when it comes next. */
  takeSymbol(...symbols: string[]): boolean {
    const found = symbols.some((symbol) => this.isSymbol(symbol));
    if (found) this.at++;
    return found;
  }

  expectWords(...words: string[]): void {
    if (!this.takeWords(...words)) throw this.unexpected(words.join(' ').toUpperCase());
  }

  expectSymbol(symbol: string): void {
    if (!this.takeSymbol(symbol)) throw this.unexpected(symbol);
  }

  expectEnd(): void {
    if (!this.done) throw this.unexpected('the end of the statement');
  }

  identifier(what: string): string {
    const token = this.peek();
    if (token?.kind !== 'word' && token?.kind !== 'quoted') throw this.unexpected(what);
    this.at++;
    return token.kind === 'quoted' ? token.value : token.text;
  }

  string(what: string): string {
    if (this.peek()?.kind !== 'string') throw this.unexpected(`${what} in single quotes`);
    return this.next().value;
  }

  /** `name`, `schema.name` or `catalog.schema.name`. */
  tableName(what = 'a table name'): TableName {
    const parts = [this.identifier(what)];
    while (parts.length < 3 && this.takeSymbol('.')) parts.push(this.identifier(what));
    const [name, schema, catalog] = parts.reverse();
    return { ...(catalog !== undefined && { catalog }), ...(schema !== undefined && { schema }), name: name! };
  }

  /** `(a, b, …)` */
  identifierList(what: string): readonly string[] {
    return this.parenthesised(() => this.identifier(what));
  }

  /** One or more items in parentheses. */
  parenthesised<T>(item: () => T): readonly T[] {
    this.expectSymbol('(');
    const items = [item()];
    while (this.takeSymbol(',')) items.push(item());
    this.expectSymbol(')');
    return items;
  }

  /** Steps over everything up to, not including, a symbol outside of parentheses that `stop` accepts, or the end. */
  skipUntil(stop: (token: Token) => boolean): void {
    let depth = 0;
    for (let token = this.peek(); token; token = this.peek()) {
      if (depth === 0 && stop(token)) return;
      if (token.kind === 'symbol' && ['(', '[', '{'].includes(token.text)) depth++;
      if (token.kind === 'symbol' && [')', ']', '}'].includes(token.text)) depth--;
      if (depth < 0) return;
      this.at++;
    }
  }

  /** The rest as a query. Everything before is blanked out, so that positions in it are positions in the statement. */
  restAsQuery(): string {
    if (this.done) throw this.unexpected('a query');
    const query = blankBefore(this.statement.text, this.offset);
    this.at = this.statement.tokens.length;
    return query;
  }

  unexpected(wanted: string): ArbalestError {
    const token = this.peek();
    return this.error('SYNTAX', token ? `${wanted} was expected, not ${token.text}` : `${wanted} was expected, but the statement ends`);
  }

  error(code: string, message: string, offset = this.offset): ArbalestError {
    return userError(code, message.charAt(0).toUpperCase() + message.slice(1), { position: this.statement.position + offset });
  }
}

/** The text from `offset` on, moved nowhere: what stands before becomes blanks, line breaks stay. */
export function blankBefore(text: string, offset: number): string {
  return text.slice(0, offset).replace(/[^\n\r]/g, ' ') + text.slice(offset);
}
