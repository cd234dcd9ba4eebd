import { internalError, userError } from '@arbalest/spi';
import type { ArbalestError } from '@arbalest/spi';
import { scalarText } from '../lossless-json.js';
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
  /** Functions of that name with their arguments. */
  readonly notes?: readonly string[];
}

/** From the value that the serialising functions return in place of a plan. */
export function readFailure(json: JsonObject, text: string): DuckDbFailure {
  const bytes = json['position'] === undefined ? undefined : Number(json['position']);
  const { message, candidates, notes } = readMessage(scalarText(json['error_message']) || 'Planning failed');
  return {
    kind: scalarText(json['error_type']),
    ...(typeof json['error_subtype'] === 'string' && { subtype: json['error_subtype'] }),
    message,
    ...(bytes !== undefined && { position: utf16Offset(text, bytes) }),
    ...(candidates.length > 0 && { candidates }),
    ...(notes.length > 0 && { notes }),
  };
}

/** What follows the first sentences lists columns that were meant, or functions that would have fitted. */
function readMessage(text: string) {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const list = lines.findIndex((line) => /^Candidate (functions|bindings)/.test(line));
  const message = (list < 0 ? lines : lines.slice(0, list)).join('. ').replaceAll('!. ', '. ').replaceAll('.. ', '. ');
  if (list < 0) return { message, candidates: [], notes: [] };
  if (lines[list]!.startsWith('Candidate functions')) return { message, candidates: [], notes: lines.slice(list + 1) };
  return { message, candidates: [...lines[list]!.matchAll(/"((?:[^"]|"")+)"/g)].map(([, name]) => name!), notes: [] };
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
  const code =
    CODES[failure.subtype ?? ''] ?? (NO_SUCH_COLUMN.test(failure.message) ? 'COLUMN_NOT_FOUND' : (CODES_BY_KIND[kind] ?? 'BIND'));
  const { candidates, notes } = failure;
  return userError(code, sentence(failure.message), {
    ...(position !== undefined && { position }),
    ...(candidates && { candidates }),
    ...(notes && { notes }),
  });
}

/** A qualified name has no subtype of its own. */
const NO_SUCH_COLUMN = /does not have a column named/;

function sentence(message: string): string {
  const trimmed = message.trim().replace(/[.!]$/, '');
  return trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
}
