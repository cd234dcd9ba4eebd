import type { ConstantValue } from '@arbalest/plan';
import type { DataType } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';
import { quoteName, quoteText } from './names.js';
import { castTo } from './types.js';

/** A constant as an SQL expression of exactly that type. */
export function lowerConstant(value: ConstantValue, type: DataType): string {
  if (value === null) return castTo('NULL', type);
  if (typeof value === 'string') return type.id === 'VARCHAR' ? quoteText(value) : castTo(quoteText(value), type);
  return castTo(nested(value, type), type);
}

function nested(value: readonly ConstantValue[], type: DataType): string {
  switch (type.id) {
    case 'LIST':
    case 'ARRAY':
      return `[${value.map((element) => lowerConstant(element, type.child)).join(', ')}]`;
    case 'STRUCT':
      return struct(value, type);
    case 'MAP':
      return map(value, type);
    case 'UNION':
      return union(value, type);
    default:
      throw internalError('LOWERING', `A constant of type ${type.id} is text, not a list`);
  }
}

function struct(value: readonly ConstantValue[], type: Extract<DataType, { id: 'STRUCT' }>): string {
  const fields = type.fields.map((field, i) => ({ name: field.name, sql: lowerConstant(value[i] ?? null, field.type) }));
  if (fields.some((field) => field.name === '')) return `row(${fields.map((field) => field.sql).join(', ')})`;
  return `struct_pack(${fields.map((field) => `${quoteName(field.name)} := ${field.sql}`).join(', ')})`;
}

function map(value: readonly ConstantValue[], type: Extract<DataType, { id: 'MAP' }>): string {
  const entries = value.map((entry) => {
    if (entry === null || typeof entry === 'string') throw internalError('LOWERING', 'An entry of a map constant is a key and a value');
    return entry;
  });
  const keys = entries.map((entry) => lowerConstant(entry[0] ?? null, type.key));
  const values = entries.map((entry) => lowerConstant(entry[1] ?? null, type.value));
  return `map([${keys.join(', ')}], [${values.join(', ')}])`;
}

function union(value: readonly ConstantValue[], type: Extract<DataType, { id: 'UNION' }>): string {
  const [tag, inner] = value;
  const member = type.members.find((candidate) => candidate.name === tag);
  if (member === undefined)
    throw internalError('LOWERING', `A union constant names the member ${String(tag)}, which its type does not have`);
  return `union_value(${quoteName(member.name)} := ${lowerConstant(inner ?? null, member.type)})`;
}
