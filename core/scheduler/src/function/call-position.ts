import { ArbalestError, type FunctionDefinition } from '@arbalest/spi';

/** Text, quoted names, comments and words: whatever may hold a name, or hide what looks like one. */
const TOKENS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|[\p{L}_][\p{L}\p{N}_$]*/gu;

/**
 * The error with the place in the statement where the function that failed is called. Plans do not carry places, so this is known only where the error names one
 * function and the statement calls it once; elsewhere the error stays as it is.
 */
export function withCallPosition(error: ArbalestError, sql: string, functions: readonly FunctionDefinition[]): ArbalestError {
  const { family, code, message, details } = error;
  if (code !== 'FUNCTION_FAILED' || details.position !== undefined) return error;
  const names = new Set(functions.map(({ name }) => name));
  const named = new Set((message.toLowerCase().match(/[\p{L}\p{N}_$]+/gu) ?? []).filter((word) => names.has(word)));
  const [name] = named.size > 0 ? named : names;
  const position = named.size <= 1 && (named.size === 1 || names.size === 1) ? onlyCall(sql, name!) : undefined;
  return position === undefined ? error : new ArbalestError(family, code, message, { ...details, position }, { cause: error });
}

/** Undefined when there is none, or when there are several. */
function onlyCall(sql: string, name: string): number | undefined {
  const calls = [...sql.matchAll(TOKENS)].filter(
    ({ 0: token, index }) => nameOf(token) === name && /^\s*\(/.test(sql.slice(index + token.length, index + token.length + 100)),
  );
  return calls.length === 1 ? calls[0]!.index : undefined;
}

function nameOf(token: string): string {
  return (token.startsWith('"') ? token.slice(1, -1).replaceAll('""', '"') : token).toLowerCase();
}
