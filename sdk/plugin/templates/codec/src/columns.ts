import { userError, type DataType, type Field } from '@arbalest/spi';
import type { LineValue } from './line.js';

/** Types that values of this format can be given as. */
export type ColumnType = 'BOOLEAN' | 'BIGINT' | 'DOUBLE' | 'VARCHAR';

const READABLE: readonly string[] = ['BOOLEAN', 'BIGINT', 'DOUBLE', 'VARCHAR'] satisfies ColumnType[];
const WRITABLE: readonly string[] = [...READABLE, 'TINYINT', 'SMALLINT', 'INTEGER', 'UTINYINT', 'USMALLINT', 'UINTEGER', 'FLOAT'];

const WHOLE = /^-?\d{1,18}$/;
const NUMBER = /^(NaN|-?Infinity|-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?)$/;

export function isReadable({ id }: DataType): boolean {
  return READABLE.includes(id);
}

/** @throws user error `CODEC_TYPE` that names the column which cannot be written */
export function refuseUnwritable(format: string, fields: readonly Field[]): void {
  const odd = fields.find(({ type }) => !WRITABLE.includes(type.id));
  if (odd !== undefined)
    throw userError('CODEC_TYPE', `The format ${format} has no values of type ${odd.type.id} (column ${odd.name}); cast it to VARCHAR`);
}

/** The narrowest type that holds what was seen before and this value as well. */
export function widened(before: ColumnType | undefined, { text, quoted }: LineValue): ColumnType {
  const own = quoted
    ? 'VARCHAR'
    : WHOLE.test(text)
      ? 'BIGINT'
      : NUMBER.test(text)
        ? 'DOUBLE'
        : /^(true|false)$/.test(text)
          ? 'BOOLEAN'
          : 'VARCHAR';
  if (before === undefined || before === own) return own;
  const numbers = new Set<ColumnType>(['BIGINT', 'DOUBLE']);
  return numbers.has(before) && numbers.has(own) ? 'DOUBLE' : 'VARCHAR';
}

/** A value in the column's type, or undefined when the text is none of it. */
export function converted(text: string, type: ColumnType): string | number | bigint | boolean | undefined {
  switch (type) {
    case 'VARCHAR':
      return text;
    case 'BIGINT':
      return /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text) ? BigInt(text) : undefined;
    case 'DOUBLE':
      return NUMBER.test(text) ? Number(text) : undefined;
    case 'BOOLEAN':
      return text === 'true' ? true : text === 'false' ? false : undefined;
  }
}
