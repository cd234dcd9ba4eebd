import type { SqlType } from '@arbalest/client';

const NUMBERS = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL)$/;

export function isNumber({ id }: SqlType): boolean {
  return NUMBERS.test(id);
}

/** A value as a person reads it: one line, nested values in the way SQL writes them. */
export function displayText(value: unknown, type: SqlType): string {
  if (value === null || value === undefined) return 'NULL';
  if (type.id === 'UNION') return displayText(value, memberType(value, type));
  if (value instanceof Uint8Array) return blobText(value);
  if (value instanceof Map)
    return `{${[...value].map(([key, item]) => `${nested(key, type.key)}=${nested(item, type.value)}`).join(', ')}}`;
  if (Array.isArray(value)) return listText(value, type);
  if (typeof value === 'object') return structText(value as Record<string, unknown>, type);
  if (typeof value === 'number' && (type.id === 'DOUBLE' || type.id === 'FLOAT')) return doubleText(value, type);
  return plainText(value);
}

/** A value as JSON. Numbers keep all their digits, whatever a reader makes of them; what JSON has no number for is text. */
export function jsonText(value: unknown, type: SqlType): string {
  if (value === null || value === undefined) return 'null';
  if (type.id === 'UNION') return jsonText(value, memberType(value, type));
  if (value instanceof Uint8Array) return JSON.stringify(blobText(value));
  if (value instanceof Map)
    return `[${[...value].map(([key, item]) => `{"key":${child(key, type.key)},"value":${child(item, type.value)}}`).join(',')}]`;
  if (Array.isArray(value)) return `[${value.map((item, i) => child(item, type.child ?? type.fields?.[i]?.type)).join(',')}]`;
  if (typeof value === 'object')
    return `{${(type.fields ?? []).map((field) => `${JSON.stringify(field.name)}:${child((value as Record<string, unknown>)[field.name], field.type)}`).join(',')}}`;
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value, type) : JSON.stringify(plainText(value));
  if (typeof value === 'boolean' || isNumber(type)) return plainText(value);
  // The text of a JSON column is JSON already.
  return type.id === 'JSON' ? plainText(value) : JSON.stringify(plainText(value));
}

/** A value as CSV holds it, before quoting; undefined for NULL. */
export function csvText(value: unknown, type: SqlType): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Uint8Array) return blobText(value);
  return typeof value === 'object' ? jsonText(value, type) : typeof value === 'number' ? numberText(value, type) : plainText(value);
}

function plainText(value: unknown): string {
  return `${value as string | number | bigint | boolean}`;
}

function child(value: unknown, type: SqlType | undefined): string {
  return jsonText(value, type ?? memberType(value));
}

function nested(value: unknown, type: SqlType | undefined): string {
  return displayText(value, type ?? memberType(value));
}

/** Of a union's value only the value itself is known: the member that has such ones. */
function memberType(value: unknown, union?: SqlType): SqlType {
  const member = typeof value === 'object' ? union?.members?.find(({ type }) => holds(type, value!)) : undefined;
  return member?.type ?? { id: typeof value === 'bigint' ? 'BIGINT' : 'VARCHAR' };
}

/** Whether values of the type are such objects. */
function holds({ id, fields, members }: SqlType, value: object): boolean {
  if (id === 'UNION') return members?.some(({ type }) => holds(type, value)) ?? false;
  if (value instanceof Uint8Array) return id === 'BLOB' || id === 'BIT';
  if (value instanceof Map) return id === 'MAP';
  if (Array.isArray(value))
    return id === 'LIST' || id === 'ARRAY' || (id === 'STRUCT' && fields?.every(({ name }) => name === '') === true);
  return id === 'STRUCT' && Object.keys(value).every((name) => fields?.some((field) => field.name === name));
}

function listText(values: readonly unknown[], type: SqlType): string {
  const items = values.map((item, i) => nested(item, type.child ?? type.fields?.[i]?.type)).join(', ');
  return type.id === 'STRUCT' ? `(${items})` : `[${items}]`;
}

function structText(value: Record<string, unknown>, type: SqlType): string {
  return `{${(type.fields ?? []).map((field) => `${field.name}: ${nested(value[field.name], field.type)}`).join(', ')}}`;
}

/** As SQL prints a number with a point: one that is whole keeps it. */
function doubleText(value: number, type: SqlType): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? value.toFixed(1) : numberText(value, type);
}

/** The shortest text that reads back as the same value: a FLOAT has fewer digits than the double that JavaScript holds it in. */
function numberText(value: number, { id }: SqlType): string {
  if (id !== 'FLOAT' || Number.isInteger(value) || !Number.isFinite(value)) return plainText(value);
  for (let digits = 6; digits < 9; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return plainText(shorter);
  }
  return plainText(Number(value.toPrecision(9)));
}

function blobText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 32 && byte < 127 && byte !== 92 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0').toUpperCase()}`,
  ).join('');
}
