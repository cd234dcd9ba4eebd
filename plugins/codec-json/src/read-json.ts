import { jsonToSql, quotePaths, quoteText, typeToSql, type Field, type FormatOptions } from '@arbalest/spi';
import { readingOptions } from './options.js';

/** A call of read_json in which no column is left to be detected. Lines or arrays are told apart by the first byte of each file. */
export function readJson(paths: readonly string[], options: FormatOptions, columns: readonly Field[]): string {
  // Not made from an object: those put names that look like numbers first.
  const types = columns.map(({ name, type }) => `${quoteText(name)}: ${quoteText(typeToSql(type))}`);
  return `read_json(${quotePaths(paths)}, hive_partitioning = false, columns = {${types.join(', ')}}${namedArguments(readingOptions(options))})`;
}

/** Named arguments with a leading comma. */
export function namedArguments(options: FormatOptions): string {
  return Object.entries(options)
    .map(([name, value]) => `, ${name} = ${jsonToSql(value)}`)
    .join('');
}
