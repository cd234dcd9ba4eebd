import { internalError, userError } from '@arbalest/spi';
import type { ArbalestError } from '@arbalest/spi';
import type { JsonObject } from '../lossless-json.js';
import { utf16Offset } from '../source-text.js';

/** An error as DuckDB reports it: a kind, a text, and where it is known a position. */
export interface DuckDbFailure {
  /** Lower case, e.g. `binder`. */
  readonly kind: string;
  readonly subtype?: string;
  readonly message: string;
  /** UTF-16 offset in the text that DuckDB was given. */
  readonly position?: number;
  readonly candidates?: readonly string[];
}

/** From the value that the serialising functions return in place of a plan. */
export function readFailure(json: JsonObject, text: string): DuckDbFailure {
  const bytes = json['position'] === undefined ? undefined : Number(json['position']);
  const [first, ...rest] = String(json['error_message'] ?? 'Planning failed').split('\n');
  const listed = typeof json['candidates'] === 'string' ? json['candidates'] : '';
  return {
    kind: String(json['error_type'] ?? 'unknown'),
    ...(typeof json['error_subtype'] === 'string' && { subtype: json['error_subtype'] }),
    message: [first, ...rest.filter((line) => line.trim() !== '' && !/^(Candidate|LINE |\s*\^)/.test(line))].join('\n'),
    ...(bytes !== undefined && { position: utf16Offset(text, bytes) }),
    ...(listed !== '' && { candidates: listed.split(',').map((name) => name.trim()) }),
  };
}

const CODES: Readonly<Record<string, string>> = {
  SYNTAX_ERROR: 'SYNTAX',
  COLUMN_NOT_FOUND: 'COLUMN_NOT_FOUND',
  AMBIGUOUS_REFERENCE: 'COLUMN_AMBIGUOUS',
  NO_MATCHING_FUNCTION: 'FUNCTION_MISMATCH',
  MISSING_ENTRY: 'FUNCTION_NOT_FOUND',
};

const CODES_BY_KIND: Readonly<Record<string, string>> = {
  parser: 'SYNTAX',
  syntax: 'SYNTAX',
  catalog: 'NOT_FOUND',
  binder: 'BIND',
  conversion: 'CONVERSION',
  'out of range': 'OUT_OF_RANGE',
  permission: 'NOT_ALLOWED',
};

/** The failure as a user meets it; `position` is the one in the user's text. */
export function toUserError(failure: DuckDbFailure, position: number | undefined): ArbalestError {
  if (failure.kind === 'internal' || failure.kind === 'fatal') return internalError('PLANNING', failure.message);
  const kind = failure.kind.toLowerCase();
  const code = CODES[failure.subtype ?? ''] ?? CODES_BY_KIND[kind] ?? 'BIND';
  const candidates = failure.candidates?.map((name) => name.replaceAll('"', ''));
  return userError(code, sentence(failure.message), { ...(position !== undefined && { position }), ...(candidates && { candidates }) });
}

function sentence(message: string): string {
  const trimmed = message.trim().replace(/[.!]$/, '');
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}
