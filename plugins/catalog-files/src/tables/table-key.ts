import type { TableName } from '@arbalest/spi';

export const DEFAULT_SCHEMA = 'main';

/** What a table is found by: names are the same whatever their case. */
export function tableKey({ schema = DEFAULT_SCHEMA, name }: TableName): string {
  return `${schema}.${name}`.toLowerCase();
}

export function tableLabel({ schema = DEFAULT_SCHEMA, name }: TableName): string {
  return schema === DEFAULT_SCHEMA ? name : `${schema}.${name}`;
}
