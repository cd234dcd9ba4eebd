import type { Comparison } from '../types/column-read.js';

const DATE = /^(\d{4,6}-\d\d-\d\d|-?infinity)$/;
const TIMESTAMP = /^(\d{4,6}-\d\d-\d\d( \d\d:\d\d:\d\d(\.\d{1,6})?)?|-?infinity)$/;
const TIMESTAMPTZ = /^(\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?|-?infinity)$/;

/** By kind of comparison: what the text of a value must look like to mean the same in both dialects. */
const SHAPES: Readonly<Record<Exclude<Comparison, 'text' | 'text-by-bytes' | 'bytes'>, RegExp>> = {
  boolean: /^(true|false)$/,
  integer: /^-?\d+$/,
  decimal: /^-?\d+(\.\d+)?$/,
  float: /^(-?\d+(\.\d+)?(e[+-]?\d+)?|-?inf)$/i,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
  date: DATE,
  time: /^\d\d:\d\d:\d\d(\.\d{1,6})?$/,
  timestamp: TIMESTAMP,
  timestamptz: TIMESTAMPTZ,
};

/** A filter's value as a literal of PostgreSQL, without its type; undefined when it is not sure to mean the same there. */
export function literalText(value: string, compare: Comparison): string | undefined {
  switch (compare) {
    case 'text':
    case 'text-by-bytes':
      return value.includes('\0') ? undefined : value;
    case 'bytes':
      return hexOf(value);
    case 'float':
      return SHAPES.float.test(value) ? value.replace(/inf$/i, 'Infinity') : undefined;
    default:
      return SHAPES[compare].test(value) ? value : undefined;
  }
}

/** The engine writes a BLOB as ASCII with \xAB for other bytes. */
function hexOf(value: string): string | undefined {
  let hex = '';
  for (let at = 0; at < value.length;) {
    const escaped = /^\\x([\dA-Fa-f]{2})/.exec(value.slice(at, at + 4));
    const code = value.charCodeAt(at);
    if (!escaped && (code < 32 || code > 126 || code === 92)) return undefined;
    hex += escaped ? escaped[1]! : code.toString(16);
    at += escaped ? 4 : 1;
  }
  return `\\x${hex}`;
}
