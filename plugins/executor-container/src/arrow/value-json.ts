import { type Column, isNull } from './column.js';
import type { WireField } from './wire-field.js';

/** A row of columns as a JSON array, for people and for rows that failed: never on the way of data. Lists end after `MAX_ELEMENTS`. */
export function rowJson(fields: readonly WireField[], columns: readonly Column[], row: number): string {
  return `[${fields.map((field, i) => valueJson(field, columns[i]!, row)).join(',')}]`;
}

const MAX_ELEMENTS = 1000;

function valueJson(field: WireField, of: Column, row: number): string {
  if (isNull(of, row)) return 'null';
  const { layout, data, offsets } = of;
  switch (layout.kind) {
    case 'bits':
      return String((data[row >> 3]! & (1 << (row & 7))) !== 0);
    case 'bytes':
      return JSON.stringify(Buffer.from(data.subarray(offsets[row], offsets[row + 1])).toString(layout.text ? 'utf8' : 'hex'));
    case 'fixed':
      return fixedJson(field.format, new DataView(data.buffer, data.byteOffset + row * layout.width, layout.width));
    case 'list':
      return listJson(field, of, offsets[row]!, offsets[row + 1]!);
    case 'fixed-list':
      return listJson(field, of, row * layout.size, (row + 1) * layout.size);
    case 'struct':
      return `{${field.children.map((child, i) => `${JSON.stringify(child.name)}:${valueJson(child, of.children[i]!, row)}`).join(',')}}`;
    default:
      return 'null';
  }
}

function listJson(field: WireField, of: Column, from: number, to: number): string {
  const end = Math.min(to, from + MAX_ELEMENTS);
  const elements: string[] = [];
  for (let i = from; i < end; i++) elements.push(valueJson(field.children[0]!, of.children[0]!, i));
  return `[${elements.join(',')}]`;
}

const READERS: Readonly<Record<string, (view: DataView) => number | bigint>> = {
  c: (view) => view.getInt8(0),
  C: (view) => view.getUint8(0),
  s: (view) => view.getInt16(0, true),
  S: (view) => view.getUint16(0, true),
  i: (view) => view.getInt32(0, true),
  I: (view) => view.getUint32(0, true),
  l: (view) => view.getBigInt64(0, true),
  L: (view) => view.getBigUint64(0, true),
  f: (view) => view.getFloat32(0, true),
  g: (view) => view.getFloat64(0, true),
};

function fixedJson(format: string, view: DataView): string {
  const value = READERS[format]?.(view);
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : `"${value}"`;
  if (value !== undefined) return String(value);
  if (format === 'tdD') return `"${isoDate(86_400_000 * view.getInt32(0, true))?.slice(0, 10) ?? `${view.getInt32(0, true)} days`}"`;
  if (format === 'tin') return `"${view.getInt32(0, true)} months ${view.getInt32(4, true)} days ${view.getBigInt64(8, true)} nanoseconds"`;
  if (format.startsWith('d:')) return decimalText(view, Number(format.split(',')[1]));
  return temporalJson(format, view.getBigInt64(0, true));
}

export function decimalText(view: DataView, scale: number): string {
  const value = (view.getBigInt64(8, true) << 64n) | view.getBigUint64(0, true);
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${value < 0n ? '-' : ''}${digits.slice(0, point)}${scale === 0 ? '' : `.${digits.slice(point)}`}`;
}

const PER_SECOND: Readonly<Record<string, bigint>> = { s: 1n, m: 1_000n, u: 1_000_000n, n: 1_000_000_000n };

function temporalJson(format: string, value: bigint): string {
  const unit = PER_SECOND[format[2]!]!;
  const seconds = value / unit - (value % unit < 0n ? 1n : 0n);
  const digits = unit.toString().length - 1;
  const fraction = digits === 0 ? '' : `.${(value - seconds * unit).toString().padStart(digits, '0')}`;
  const text = isoDate(Number(seconds) * 1000);
  if (text === undefined) return `"${value}"`;
  return format.startsWith('tt')
    ? `"${text.slice(11, 19)}${fraction}"`
    : `"${text.slice(0, 19)}${fraction}${format.endsWith('UTC') ? 'Z' : ''}"`;
}

function isoDate(milliseconds: number): string | undefined {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
