import { type DataType, Type } from 'apache-arrow';
import { typeText, type Value } from '../arrow/shape.js';
import { doubleBits, floatBits } from '../arrow/float-bits.js';

/**
 * The value of a type that JSON stands for, as the runtimes' helpers write it:
 * numbers as numbers, or as text where a number is not exact; DATE, TIME, TIMESTAMP as ISO text; INTERVAL as {months, days, nanoseconds}; BLOB in base64;
 * lists as arrays; STRUCT as an object, or an array of its members; MAP as an object, or an array of pairs. Throws TypeError.
 */
export function valueOf(type: DataType, json: unknown): Value {
  if (json === null || json === undefined) return null;
  switch (type.typeId) {
    case Type.Bool:
      return expectType<boolean>(json, 'boolean', type);
    case Type.Int:
      return BigInt(json as number | string);
    case Type.Float:
      return (type as DataType & { precision: number }).precision === 1 ? floatBits(Number(json)) : doubleBits(Number(json));
    case Type.Decimal:
      return scaled(
        typeof json === 'number' ? String(json) : expectType<string>(json, 'string', type),
        (type as DataType & { scale: number }).scale,
      );
    case Type.Utf8:
    case Type.LargeUtf8:
      return typeof json === 'string' ? json : JSON.stringify(json);
    case Type.Binary:
    case Type.LargeBinary:
      return Buffer.from(expectType<string>(json, 'string', type), 'base64').toString('latin1');
    default:
      return temporalOrNested(type, json);
  }
}

function temporalOrNested(type: DataType, json: unknown): Value {
  switch (type.typeId) {
    case Type.Date:
      return momentOf(`${String(json)}T00:00:00`, 1n) / 86_400n;
    case Type.Time:
      return momentOf(`1970-01-01T${String(json)}`, perSecond(type));
    case Type.Timestamp:
      return momentOf(String(json).replace(' ', 'T'), perSecond(type));
    case Type.Interval: {
      const { months = 0, days = 0, nanoseconds = 0 } = json as { months?: number; days?: number; nanoseconds?: number | string };
      return (
        BigInt.asUintN(32, BigInt(months)) | (BigInt.asUintN(32, BigInt(days)) << 32n) | (BigInt.asUintN(64, BigInt(nanoseconds)) << 64n)
      );
    }
    case Type.Map: {
      const [key, value] = (type.children[0]!.type as DataType).children;
      const pairs = Array.isArray(json) ? (json as unknown[][]) : Object.entries(json as object);
      return pairs.map((pair) => [valueOf(key!.type as DataType, pair[0]), valueOf(value!.type as DataType, pair[1])]);
    }
    case Type.List:
    case Type.FixedSizeList:
      return expectArray(json, type).map((item) => valueOf(type.children[0]!.type as DataType, item));
    case Type.Struct:
      return type.children.map((child, i) =>
        valueOf(child.type as DataType, Array.isArray(json) ? json[i] : (json as Record<string, unknown>)[child.name]),
      );
    default:
      throw new TypeError(`Examples cannot hold values of type ${typeText(type)}`);
  }
}

const perSecond = (type: DataType): bigint => 1000n ** BigInt((type as DataType & { unit: number }).unit);

function scaled(text: string, scale: number): bigint {
  const found = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (found === null || (found[3] ?? '').length > scale) throw new TypeError(`${text} is no decimal with ${scale} digits behind the point`);
  const digits = BigInt(found[2]! + (found[3] ?? '').padEnd(scale, '0'));
  return found[1] === '-' ? -digits : digits;
}

function momentOf(text: string, units: bigint): bigint {
  const found = /^(.+T\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  const milliseconds = found === null ? NaN : Date.parse(`${found[1]!}${found[3] ?? 'Z'}`);
  const digits = String(units).length - 1;
  const fraction = found?.[2] ?? '';
  if (Number.isNaN(milliseconds) || fraction.length > digits)
    throw new TypeError(`${text} is no date and time with ${digits} digits of seconds`);
  return BigInt(milliseconds / 1000) * units + BigInt(fraction.padEnd(digits, '0') || 0);
}

function expectType<T>(json: unknown, wanted: string, type: DataType): T {
  if (typeof json !== wanted) throw new TypeError(`${JSON.stringify(json)} is no value of type ${typeText(type)}: a ${wanted} is wanted`);
  return json as T;
}

function expectArray(json: unknown, type: DataType): readonly unknown[] {
  if (!Array.isArray(json)) throw new TypeError(`${JSON.stringify(json)} is no value of type ${typeText(type)}: an array is wanted`);
  return json as readonly unknown[];
}
