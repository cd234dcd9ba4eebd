import { sameType } from '@arbalest/spi';
import type { DataType } from '@arbalest/spi';
import type { ConstantExpression, ConstantValue } from '@arbalest/plan';
import type { JsonObject, LosslessJson } from '../lossless-json.js';
import { asObject, expectKeys, flagAt, keys, objectsAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';
import { dateText, timestampText, timeText, timeTzText } from './temporal-text.js';
import { decodeType } from './types.js';

const VALUE_KEYS = keys('type', 'is_null', 'value');

/** A value as the serialiser writes it: `{ type, is_null, value }`. */
export function decodeConstant(json: JsonObject): ConstantExpression {
  expectKeys(json, 'constant', VALUE_KEYS);
  const type = decodeType(asObject(json['type'], 'type'));
  return { kind: 'constant', type, value: constantValue(json, type) };
}

function constantValue(json: JsonObject, type: DataType): ConstantValue {
  if (flagAt(json, 'is_null')) return null;
  const value = json['value'];
  switch (type.id) {
    case 'LIST':
    case 'ARRAY':
      return children(value).map((child) => elementValue(child, type.child));
    case 'STRUCT':
      return fieldValues(children(value), type.fields);
    case 'MAP':
      return children(value).map((entry) => fieldValues(children(entry['value']), [{ type: type.key }, { type: type.value }]));
    case 'UNION':
      return unionValue(children(value), type.members);
    default:
      return scalarText(value, type);
  }
}

function children(value: LosslessJson | undefined): readonly JsonObject[] {
  return objectsAt(asObject(value, 'nested constant'), 'children');
}

function fieldValues(values: readonly JsonObject[], fields: readonly { readonly type: DataType }[]): readonly ConstantValue[] {
  if (values.length !== fields.length) throw new NotModelled('a constant whose fields do not fit its type');
  return values.map((value, i) => elementValue(value, fields[i]!.type));
}

function elementValue(json: JsonObject, expected: DataType): ConstantValue {
  const { type, value } = decodeConstant(json);
  if (!sameType(type, expected)) throw new NotModelled('a constant whose element does not fit its type');
  return value;
}

/** `[tag name, value]`; the children are the tag's position, then either the value alone or one value for each member. */
function unionValue(parts: readonly JsonObject[], members: readonly { readonly name: string; readonly type: DataType }[]): ConstantValue {
  const tag = Number(parts[0]?.['value'] ?? 0);
  const member = members[tag];
  const part = parts.length === 2 ? parts[1] : parts[tag + 1];
  if (!member || !part) throw new NotModelled('a union constant without its member');
  return [member.name, elementValue(part, member.type)];
}

function scalarText(value: LosslessJson | undefined, type: DataType): string {
  switch (type.id) {
    case 'BOOLEAN':
      return value === true ? 'true' : 'false';
    case 'VARCHAR':
    case 'JSON':
    case 'BLOB':
      return text(value, type);
    case 'FLOAT':
    case 'DOUBLE':
      return floatText(value);
    case 'DECIMAL':
      return decimalText(wideInteger(value, true), type.scale);
    case 'HUGEINT':
      return wideInteger(value, true).toString();
    case 'UHUGEINT':
      return wideInteger(value, false).toString();
    case 'UUID':
      return uuidText(wideInteger(value, true));
    case 'INTERVAL':
      return intervalText(asObject(value, 'interval'));
    case 'ENUM':
      return enumText(type.values, value);
    default:
      return integralText(integer(value), type);
  }
}

function integralText(value: bigint, type: DataType): string {
  switch (type.id) {
    case 'TINYINT':
    case 'SMALLINT':
    case 'INTEGER':
    case 'BIGINT':
    case 'UTINYINT':
    case 'USMALLINT':
    case 'UINTEGER':
    case 'UBIGINT':
      return value.toString();
    case 'DATE':
      return dateText(value);
    case 'TIME':
      return timeText(value, 6);
    case 'TIME_NS':
      return timeText(value, 9);
    case 'TIME WITH TIME ZONE':
      return timeTzText(value);
    case 'TIMESTAMP_S':
      return timestampText(value, 0);
    case 'TIMESTAMP_MS':
      return timestampText(value, 3);
    case 'TIMESTAMP':
      return timestampText(value, 6);
    case 'TIMESTAMP_NS':
      return timestampText(value, 9);
    case 'TIMESTAMP WITH TIME ZONE':
      return withZone(timestampText(value, 6));
    default:
      throw new NotModelled(`a constant of type ${type.id}`);
  }
}

function withZone(timestamp: string): string {
  return timestamp.endsWith('infinity') ? timestamp : `${timestamp}+00`;
}

function text(value: LosslessJson | undefined, type: DataType): string {
  if (typeof value !== 'string') throw new NotModelled(`a ${type.id} constant that is no text`);
  return value;
}

function integer(value: LosslessJson | undefined): bigint {
  if (typeof value === 'bigint') return value;
  if (value === undefined) return 0n;
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  throw new NotModelled('a constant that is no integer');
}

/** 128 bits come in two halves, the lower one unsigned; a DECIMAL of up to 18 digits as one integer. */
function wideInteger(value: LosslessJson | undefined, signed: boolean): bigint {
  if (typeof value !== 'object' || value === null) return integer(value);
  const halves = asObject(value, 'halves');
  const bits = (integer(halves['upper']) << 64n) + integer(halves['lower']);
  return signed ? BigInt.asIntN(128, bits) : BigInt.asUintN(128, bits);
}

function floatText(value: LosslessJson | undefined): string {
  const number = typeof value === 'bigint' ? Number(value) : (value ?? 0);
  if (typeof number !== 'number') throw new NotModelled('a floating point constant that is no number');
  if (Number.isNaN(number)) return 'nan';
  if (!Number.isFinite(number)) return number > 0 ? 'inf' : '-inf';
  return Object.is(number, -0) ? '-0.0' : String(number);
}

function decimalText(unscaled: bigint, scale: number): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The highest bit is kept flipped, so that UUIDs order as signed integers. */
function uuidText(bits: bigint): string {
  const hex = BigInt.asUintN(128, bits ^ (1n << 127n))
    .toString(16)
    .padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function intervalText(parts: JsonObject): string {
  return `${integer(parts['months'])} months ${integer(parts['days'])} days ${integer(parts['micros'])} microseconds`;
}

function enumText(values: readonly string[], ordinal: LosslessJson | undefined): string {
  const found = values[Number(integer(ordinal))];
  if (found === undefined) throw new NotModelled('an enum constant that is no member');
  return found;
}
