import { type DataType, type Field, Type } from 'apache-arrow';
import type { Value } from '../arrow/shape.js';

/** What people write down of a computed float. */
const RELATIVE = 1e-6;

/** Whether two values of a type are the same; floats may differ in their last digits. */
export function sameValue(type: DataType, a: Value, b: Value): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return sameScalar(type, a, b);
  if (a.length !== b.length) return false;
  const children = (type.children ?? []) as readonly Field[];
  return a.every((item, i) => sameValue((type.typeId === Type.Struct ? children[i]! : children[0]!).type as DataType, item, b[i]!));
}

function sameScalar(type: DataType, a: Value, b: Value): boolean {
  const [x, y] = [floatOf(type, a), floatOf(type, b)];
  if (x === undefined || y === undefined) return a === b;
  return Object.is(x, y) || x === y || Math.abs(x - y) <= RELATIVE * Math.max(Math.abs(x), Math.abs(y));
}

/** The number that the bits of a float mean; undefined for everything else. */
export function floatOf(type: DataType, value: Value): number | undefined {
  if (type.typeId !== Type.Float || typeof value !== 'bigint') return undefined;
  const view = new DataView(new ArrayBuffer(8));
  if ((type as DataType & { precision: number }).precision === 1) {
    view.setUint32(0, Number(value));
    return view.getFloat32(0);
  }
  view.setBigUint64(0, value);
  return view.getFloat64(0);
}
