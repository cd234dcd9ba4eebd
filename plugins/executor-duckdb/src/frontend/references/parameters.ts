import { typeToSql, userError } from '@arbalest/spi';
import type { DataType, JsonValue, ParameterValue, PlanContext } from '@arbalest/spi';
import type { Token } from '../lexer.js';
import { quoteString } from '../source-text.js';
import type { TextEdit } from '../source-text.js';

/** Puts the client's constants in place of `?`, `$1` and `$name`. Done before planning, so that the optimiser sees the values. */
export function parameterEdits(tokens: readonly Token[], parameters: PlanContext['parameters']): readonly TextEdit[] {
  let asked = 0;
  return tokens
    .filter((token) => token.kind === 'parameter')
    .map((token) => {
      const key = token.text === '?' ? String(++asked) : token.text.slice(1);
      return { start: token.start, end: token.end, replacement: literalText(valueOf(key, parameters, token)) };
    });
}

/** Names of a query's parameters, each once: `1` for the first `?` and for `$1`. Numbered ones in their order, others by first use. */
export function parameterNames(tokens: readonly Token[]): readonly string[] {
  let asked = 0;
  const texts = tokens.filter((token) => token.kind === 'parameter').map(({ text }) => (text === '?' ? String(++asked) : text.slice(1)));
  const names = [...new Set(texts)];
  return names.every((name) => /^\d+$/.test(name)) ? names.toSorted((a, b) => Number(a) - Number(b)) : names;
}

/** NULL for each of them. */
export function nulls(names: readonly string[]): PlanContext['parameters'] {
  return Object.fromEntries(names.map((name) => [name, null]));
}

function valueOf(key: string, parameters: PlanContext['parameters'], token: Token): ParameterValue {
  const values = parameters as Readonly<Record<string, ParameterValue>>;
  const found = Array.isArray(parameters) ? (parameters as readonly ParameterValue[])[Number(key) - 1] : ownValue(values, key);
  if (found !== undefined) return found;
  const given = Array.isArray(parameters) ? parameters.map((_, i) => `$${i + 1}`) : Object.keys(parameters).map((name) => `$${name}`);
  const listed = given.length === 0 ? 'no values were given' : `values were given for ${given.join(', ')}`;
  throw userError('PARAMETER_MISSING', `Parameter ${token.text} has no value; ${listed}`, { position: token.start });
}

function ownValue(values: Readonly<Record<string, ParameterValue>>, key: string): ParameterValue | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function literalText(value: ParameterValue): string {
  return isTyped(value) ? `CAST(${quoteString(value.text)} AS ${typeToSql(value.type)})` : jsonLiteral(value);
}

function isTyped(value: ParameterValue): value is { readonly text: string; readonly type: DataType } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { text, type } = value as { readonly text?: unknown; readonly type?: { readonly id?: unknown } };
  return Object.keys(value).length === 2 && typeof text === 'string' && typeof type === 'object' && typeof type?.id === 'string';
}

function jsonLiteral(value: JsonValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return quoteString(value);
  if (typeof value === 'number') return value < 0 || Object.is(value, -0) ? `(${numberText(value)})` : numberText(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(jsonLiteral).join(', ')}]`;
  const entries = Object.entries(value as Readonly<Record<string, JsonValue>>);
  if (entries.length === 0) throw userError('PARAMETER_INVALID', 'An object without keys cannot be a parameter: a struct needs a field');
  return `{${entries.map(([key, item]) => `${quoteString(key)}: ${jsonLiteral(item)}`).join(', ')}}`;
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0.0' : String(value);
}
