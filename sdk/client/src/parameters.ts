import { ArbalestError } from './client-error.js';
import type { SqlType } from './sql-type.js';

/**
 * A value for `?`, `$1` or `$name`.
 *
 * null and undefined are NULL; a number is an INTEGER, BIGINT or DOUBLE as it is written; a bigint a BIGINT, or a HUGEINT when it needs one;
 * a Date a TIMESTAMP WITH TIME ZONE; a Uint8Array a BLOB; arrays and plain objects are lists and structs, of plain values only.
 * `typed` gives any other type.
 */
export type Parameter =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | Date
  | Uint8Array
  | TypedParameter
  | readonly Parameter[]
  | { readonly [name: string]: Parameter };

export type Parameters = readonly Parameter[] | Readonly<Record<string, Parameter>>;

/** A value as SQL text and the type that it is cast to. */
export interface TypedParameter {
  readonly text: string;
  readonly type: SqlType;
}

/** A parameter of a given type, e.g. `typed('12.50', { id: 'DECIMAL', width: 10, scale: 2 })`. */
export function typed(text: string, type: TypedParameter['type']): TypedParameter {
  return { text, type };
}

/** The parameters as the wire carries them: JSON. Absent for none. */
export function encodeParameters(parameters: Parameters | undefined): string | undefined {
  if (parameters === undefined) return undefined;
  if (isList(parameters))
    return parameters.length === 0 ? undefined : JSON.stringify(parameters.map((value, i) => encode(value, `$${i + 1}`)));
  const entries = Object.entries(parameters);
  return entries.length === 0
    ? undefined
    : JSON.stringify(Object.fromEntries(entries.map(([name, value]) => [name, encode(value, `$${name}`)])));
}

type Encoded = null | boolean | number | string | TypedParameter | readonly Encoded[] | { readonly [name: string]: Encoded };

function encode(value: Parameter, name: string): Encoded {
  if (value === null || value === undefined) return null;
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : { text: numberName(value), type: { id: 'DOUBLE' } };
    case 'bigint':
      return { text: value.toString(), type: { id: integerType(value, name) } };
    case 'object':
      return encodeObject(value, name);
    default:
      throw unsupported(name, typeof value);
  }
}

function encodeObject(value: Exclude<Parameter, null | undefined | boolean | number | bigint | string>, name: string): Encoded {
  if (value instanceof Date) return encodeDate(value, name);
  if (value instanceof Uint8Array) return { text: blobText(value), type: { id: 'BLOB' } };
  if (isList(value)) return value.map((item, i) => plain(encode(item, `${name}[${i}]`), `${name}[${i}]`));
  if (isTyped(value)) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) throw unsupported(name, value.constructor.name);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(encode(item, `${name}.${key}`), `${name}.${key}`)]));
}

/** A typed value stands for a whole parameter; inside a list or a struct it could not be told from a struct. */
function plain(value: Encoded, name: string): Encoded {
  if (isTyped(value)) throw unsupported(name, `${value.type.id} within a list or an object`);
  return value;
}

function encodeDate(value: Date, name: string): TypedParameter {
  if (Number.isNaN(value.getTime())) throw unsupported(name, 'Invalid Date');
  return { text: value.toISOString().replace('T', ' ').replace('Z', '+00'), type: { id: 'TIMESTAMP WITH TIME ZONE' } };
}

function integerType(value: bigint, name: string): string {
  if (BigInt.asIntN(64, value) === value) return 'BIGINT';
  if (BigInt.asIntN(128, value) === value) return 'HUGEINT';
  throw unsupported(name, 'bigint of more than 128 bits');
}

/** The text form of a BLOB: every byte as \xHH. */
function blobText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex').replace(/../g, '\\x$&');
}

function numberName(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
}

function isList(value: unknown): value is readonly Parameter[] {
  return Array.isArray(value);
}

function isTyped(value: unknown): value is TypedParameter {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) return false;
  const { text, type } = value as Partial<TypedParameter>;
  return typeof text === 'string' && typeof type === 'object' && typeof type.id === 'string';
}

function unsupported(name: string, met: string): ArbalestError {
  const wanted = 'null, boolean, number, bigint, string, Date, Uint8Array, or a list or plain object of null, boolean, number and string';
  return new ArbalestError(
    'user',
    'PARAMETER_TYPE',
    `Parameter ${name} is ${met}, which has no SQL type; wanted ${wanted}, or typed(text, type)`,
  );
}
