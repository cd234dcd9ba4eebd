import type { DataType, NamedType } from '@arbalest/spi';

const BIGINT: DataType = { id: 'BIGINT' };
const VARCHAR: DataType = { id: 'VARCHAR' };

const column = (name: string, type: DataType): NamedType => ({ name, type });

/** What text can hold. */
export const PLAIN_COLUMNS: readonly NamedType[] = [
  column('i', BIGINT),
  column('b', { id: 'BOOLEAN' }),
  column('ti', { id: 'TINYINT' }),
  column('si', { id: 'SMALLINT' }),
  column('n', { id: 'INTEGER' }),
  column('ub', { id: 'UBIGINT' }),
  column('d', { id: 'DOUBLE' }),
  column('money', { id: 'DECIMAL', width: 18, scale: 2 }),
  column('s', VARCHAR),
  column('day', { id: 'DATE' }),
  column('at', { id: 'TIMESTAMP' }),
];

export const NESTED_COLUMNS: readonly NamedType[] = [
  column('l', { id: 'LIST', child: BIGINT }),
  column('st', { id: 'STRUCT', fields: [column('a', BIGINT), column('b', { id: 'LIST', child: VARCHAR })] }),
];

/** What binary formats hold. */
export const ALL_COLUMNS: readonly NamedType[] = [
  ...PLAIN_COLUMNS,
  ...NESTED_COLUMNS,
  column('t', { id: 'TIME' }),
  column('tz', { id: 'TIMESTAMP WITH TIME ZONE' }),
  column('f', { id: 'FLOAT' }),
  column('bytes', { id: 'BLOB' }),
  column('m', { id: 'MAP', key: VARCHAR, value: BIGINT }),
  column('ns', { id: 'TIMESTAMP_NS' }),
];
