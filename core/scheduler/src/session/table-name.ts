import type { TableName } from '@arbalest/spi';

/** As a person writes it. */
export function tableNameText({ catalog, schema, name }: TableName): string {
  return [catalog, schema, name].filter((part) => part !== undefined && part !== '').join('.');
}

/** Equal without regard to case; what is left out stands for anything. */
export function sameTableName(a: TableName, b: TableName): boolean {
  return samePart(a.name, b.name) && sameOptional(a.schema, b.schema) && sameOptional(a.catalog, b.catalog);
}

function sameOptional(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || samePart(a, b);
}

function samePart(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
