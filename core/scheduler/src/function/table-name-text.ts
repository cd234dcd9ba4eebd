import type { TableName } from '@arbalest/spi';

/** One to three names with dots between, each as SQL writes names. */
const NAMES = /^(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")+")(?:\.(?:[\p{L}_][\p{L}\p{N}_$]*|"(?:[^"]|"")+")){0,2}$/u;

/** A table's name in the text of an option. Undefined when it is none. */
export function parseTableName(text: string): TableName | undefined {
  if (!NAMES.test(text.trim())) return undefined;
  const parts = [...text.matchAll(/"((?:[^"]|"")+)"|([^."\s]+)/gu)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!);
  const [name, schema, catalog] = parts.toReversed() as [string, string?, string?];
  return { name, ...(schema === undefined ? {} : { schema }), ...(catalog === undefined ? {} : { catalog }) };
}
