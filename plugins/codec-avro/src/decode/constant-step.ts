import { type ScanColumn, typeToSql, userError } from '@arbalest/spi';
import type { BytesColumn } from '../arrow/bytes-column.js';
import type { Column } from '../arrow/column.js';
import type { BooleanColumn, FixedColumn } from '../arrow/fixed-columns.js';

const DAY_MS = 86_400_000;

/**
 * Appends a value that the path of a file gives, as SQL text.
 *
 * @throws user error `CODEC_FORMAT` when the text is no such value, `CODEC_TYPE` for types that are not read from paths
 */
export function constantStep({ name, type }: ScanColumn, text: string | null, column: Column, path: string): () => void {
  if (text === null) return () => column.appendNull();
  const refuse = (): never => {
    throw userError('CODEC_FORMAT', `${path} has ${JSON.stringify(text)} for the column "${name}", which is no ${typeToSql(type)}`);
  };
  switch (type.id) {
    case 'VARCHAR':
    case 'UUID':
      return () => (column as BytesColumn).appendText(text);
    case 'BOOLEAN': {
      if (!/^(true|false)$/i.test(text)) refuse();
      const value = text.toLowerCase() === 'true';
      return () => (column as BooleanColumn).append(value);
    }
    case 'INTEGER':
    case 'BIGINT':
      return wholeStep(text, type.id === 'INTEGER' ? 32 : 64, column as FixedColumn, refuse);
    case 'DOUBLE':
      if (text.trim() === '' || Number.isNaN(Number(text))) refuse();
      return numberStep(Number(text), column as FixedColumn);
    case 'DATE':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) refuse();
      return numberStep(Date.parse(text) / DAY_MS, column as FixedColumn);
    default:
      throw userError(
        'CODEC_TYPE',
        `The column "${name}", which the path of ${path} gives, cannot be ${typeToSql(type)}; declare it as VARCHAR, BOOLEAN, INTEGER, BIGINT, DOUBLE, DATE or UUID`,
      );
  }
}

function wholeStep(text: string, bits: 32 | 64, column: FixedColumn, refuse: () => never): () => void {
  if (!/^-?\d+$/.test(text)) refuse();
  const value = BigInt(text);
  if (BigInt.asIntN(bits, value) !== value) refuse();
  if (bits === 32) return numberStep(Number(value), column);
  const [low, high] = [Number(BigInt.asIntN(32, value)), Number(value >> 32n)];
  return () => {
    const at = column.next();
    column.values[at] = low;
    column.values[at + 1] = high;
  };
}

function numberStep(value: number, column: FixedColumn): () => void {
  return () => {
    const at = column.next();
    column.values[at] = value;
  };
}
