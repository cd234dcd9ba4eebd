import type { TableName } from '@arbalest/spi';

/** As a person writes it. */
export function tableNameText({ catalog, schema, name }: TableName): string {
  return [catalog, schema, name].filter((part) => part !== undefined && part !== '').join('.');
}
