import type { DataType, Field } from '@arbalest/spi';

export type LocalValue = string | number | boolean | null;

/** A small result that the scheduler makes itself, so that it needs no executor. */
export interface LocalTable {
  readonly fields: readonly Field[];
  readonly rows: readonly (readonly LocalValue[])[];
}

const VARCHAR: DataType = { id: 'VARCHAR' };

export function textColumn(name: string): Field {
  return { name, type: VARCHAR, nullable: true };
}

export function wholeColumn(name: string): Field {
  return { name, type: { id: 'BIGINT' }, nullable: true };
}

export function booleanColumn(name: string): Field {
  return { name, type: { id: 'BOOLEAN' }, nullable: true };
}
