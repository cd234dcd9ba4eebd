import { internalError } from '@arbalest/spi';
import { ArrowFault } from './arrow-fault.js';
import { bitmapBytes } from './bits.js';
import { checkValues } from './check-values.js';
import { type Column, column, isNull } from './column.js';
import { layoutOf } from './layout.js';
import { decimalText } from './value-json.js';
import { printWire, sameWire, type WireField } from './wire-field.js';

/**
 * A column of the form `from` in the form `to`, where they differ: intervals as structs or as Arrow's own, narrow and wide offsets, decimals as text. Equal forms cost nothing.
 *
 * @throws ArrowFault for values that are none in the form `to`
 */
export function convertColumn(of: Column, from: WireField, to: WireField): Column {
  if (sameWire(from, to)) return of;
  const pair = `${from.format[0] === 'd' ? 'd' : from.format} ${to.format[0] === 'd' ? 'd' : to.format}`;
  switch (pair) {
    case '+s tin':
      return toInterval(of, to);
    case 'tin +s':
      return fromInterval(of, to);
    case 'd u':
    case 'd Z':
      return decimalsToText(of, from, to);
    case 'u d':
    case 'Z d':
      return textToDecimals(of, to);
  }
  if (
    KINDS[from.format[0]!] === undefined ||
    KINDS[from.format[0]!] !== KINDS[to.format[0]!] ||
    from.children.length !== to.children.length
  ) {
    throw internalError('FUNCTION_COLUMN', `A column of Arrow form ${printWire(from)} was to be handed over as ${printWire(to)}`);
  }
  const children = of.children.map((child, i) => convertColumn(child, from.children[i]!, to.children[i]!));
  const converted = { ...of, layout: layoutOf(to), children };
  // What came as bytes was not looked at as text before.
  if (isBytes(from) && !isBytes(to)) checkValues(converted);
  return converted;
}

function isBytes({ format }: WireField): boolean {
  return format === 'z' || format === 'Z';
}

/** Forms that differ in their offsets or their parts only. */
const KINDS: Readonly<Record<string, string>> = { u: 'bytes', U: 'bytes', z: 'bytes', Z: 'bytes', '+': 'nested' };

/** Months, days and nanoseconds, side by side, into values of 16 bytes. */
function toInterval(of: Column, to: WireField): Column {
  const [months, days, nanos] = of.children.map(
    (child) => new Int32Array(child.data.buffer, child.data.byteOffset, child.data.byteLength >> 2),
  );
  if (months === undefined || days === undefined || nanos === undefined)
    throw internalError('FUNCTION_COLUMN', 'An interval has no three parts');
  const values = new Int32Array(4 * of.length);
  for (let row = 0; row < of.length; row++) {
    values[4 * row] = months[row]!;
    values[4 * row + 1] = days[row]!;
    values[4 * row + 2] = nanos[2 * row]!;
    values[4 * row + 3] = nanos[2 * row + 1]!;
  }
  return column(layoutOf(to), of.length, { nulls: of.nulls, validity: of.validity, data: new Uint8Array(values.buffer) });
}

function fromInterval(of: Column, to: WireField): Column {
  const values = new Int32Array(of.data.buffer, of.data.byteOffset, 4 * of.length);
  const parts = [new Int32Array(of.length), new Int32Array(of.length), new Int32Array(2 * of.length)] as const;
  for (let row = 0; row < of.length; row++) {
    parts[0][row] = values[4 * row]!;
    parts[1][row] = values[4 * row + 1]!;
    parts[2][2 * row] = values[4 * row + 2]!;
    parts[2][2 * row + 1] = values[4 * row + 3]!;
  }
  const children = parts.map((part, i) =>
    column(layoutOf(to.children[i]!), of.length, { nulls: of.nulls, validity: of.validity, data: new Uint8Array(part.buffer) }),
  );
  return column(layoutOf(to), of.length, { nulls: of.nulls, validity: of.validity, children });
}

/** Value by value, and slow for that: only servers of arrow-udf's protocol want decimals as text. */
function decimalsToText(of: Column, from: WireField, to: WireField): Column {
  const scale = Number(from.format.split(',')[1]);
  const view = new DataView(of.data.buffer, of.data.byteOffset, 16 * of.length);
  const texts = Array.from({ length: of.length }, (_, row) =>
    isNull(of, row) ? '' : decimalText(new DataView(view.buffer, view.byteOffset + 16 * row, 16), scale),
  );
  const offsets = new Int32Array(of.length + 1);
  texts.forEach((text, row) => (offsets[row + 1] = offsets[row]! + text.length));
  return column(layoutOf(to), of.length, { nulls: of.nulls, validity: of.validity, offsets, data: Buffer.from(texts.join(''), 'latin1') });
}

function textToDecimals(of: Column, to: WireField): Column {
  const [digits = 38, scale = 0] = to.format.slice(2).split(',').map(Number);
  const limit = 10n ** BigInt(digits);
  const values = new BigInt64Array(2 * of.length);
  const bytes = Buffer.from(of.data.buffer, of.data.byteOffset, of.data.byteLength);
  for (let row = 0; row < of.length; row++) {
    if (isNull(of, row)) continue;
    const value = parseDecimal(bytes.toString('latin1', of.offsets[row], of.offsets[row + 1]), scale);
    if (value >= limit || value <= -limit) throw new ArrowFault(`The decimal of row ${row} has more than ${digits} digits`);
    values[2 * row] = BigInt.asIntN(64, value);
    values[2 * row + 1] = value >> 64n;
  }
  const validity = of.validity.subarray(0, bitmapBytes(of.length));
  return column(layoutOf(to), of.length, { nulls: of.nulls, validity, data: new Uint8Array(values.buffer) });
}

/** Rounds half away from zero where there are more digits than the scale has. */
function parseDecimal(text: string, scale: number): bigint {
  const parts = /^([+-]?)(\d{0,80})(?:\.(\d{0,80}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (parts === null || `${parts[2]}${parts[3] ?? ''}` === '') throw new ArrowFault(`"${text.slice(0, 100)}" is no decimal`);
  const [, sign, whole = '', fraction = '', exponent = '0'] = parts;
  const shift = scale - fraction.length + Number(exponent);
  const number = BigInt(whole + fraction);
  const power = 10n ** BigInt(Math.abs(shift));
  const scaled = shift >= 0 ? number * power : (2n * number + power) / (2n * power);
  return sign === '-' ? -scaled : scaled;
}
