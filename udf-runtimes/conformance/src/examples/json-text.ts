import { type DataType, type Field, Type } from 'apache-arrow';
import type { Value } from '../arrow/shape.js';
import { floatOf } from './same-value.js';

/** A value as an example would hold it: the other way of `valueOf`. For people, so what no JSON has (NaN, infinity) is written as it is called. */
export function jsonText(type: DataType, value: Value): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'bigint') return numberText(type, value);
  if (typeof value === 'string') return JSON.stringify(isBinary(type) ? Buffer.from(value, 'latin1').toString('base64') : value);
  const children = (type.children ?? []) as readonly Field[];
  const texts = value.map((item, i) => jsonText((type.typeId === Type.Struct ? children[i]! : children[0]!).type as DataType, item));
  if (type.typeId !== Type.Struct) return `[${texts.join(', ')}]`;
  // The entries of a map are written as pairs.
  return `{${texts.map((text, i) => `${JSON.stringify(children[i]!.name)}: ${text}`).join(', ')}}`;
}

function isBinary({ typeId }: DataType): boolean {
  return typeId === Type.Binary || typeId === Type.LargeBinary;
}

function numberText(type: DataType, value: bigint): string {
  switch (type.typeId) {
    case Type.Float:
      return String(floatOf(type, value));
    case Type.Decimal:
      return withPoint(value, (type as DataType & { scale: number }).scale);
    case Type.Date:
      return JSON.stringify(isoText(value * SECONDS_OF_DAY, 1n).slice(0, -'T00:00:00'.length));
    case Type.Time:
      return JSON.stringify(isoText(value, perSecond(type)).split('T')[1]);
    case Type.Timestamp:
      return JSON.stringify(isoText(value, perSecond(type)).replace('T', ' '));
    case Type.Interval:
      return intervalText(value);
    default:
      return String(value);
  }
}

const SECONDS_OF_DAY = 86_400n;

const perSecond = (type: DataType): bigint => 1000n ** BigInt((type as DataType & { unit: number }).unit);

function withPoint(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const sign = value < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Beyond the years that dates of JavaScript have, the number itself. */
function isoText(value: bigint, units: bigint): string {
  const fraction = ((value % units) + units) % units;
  const date = new Date(Number((value - fraction) / units) * 1000);
  if (Number.isNaN(date.getTime())) return String(value);
  const digits = fraction === 0n ? '' : `.${String(fraction).padStart(String(units).length - 1, '0')}`;
  return date.toISOString().replace(/\.\d+Z$/, digits);
}

function intervalText(bits: bigint): string {
  const months = BigInt.asIntN(32, bits);
  const days = BigInt.asIntN(32, bits >> 32n);
  const nanoseconds = BigInt.asIntN(64, bits >> 64n);
  return `{"months": ${months}, "days": ${days}, "nanoseconds": ${nanoseconds}}`;
}
