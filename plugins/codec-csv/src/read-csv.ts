import { jsonToSql, quotePaths, quoteText, typeToSql, type Field, type FormatOptions } from '@arbalest/spi';
import { readingOptions } from './options.js';

/** A call of read_csv in which nothing is left to be detected: `columns` are those of the files, in their order. */
export function readCsv(paths: readonly string[], options: FormatOptions, columns: readonly Field[]): string {
  // Not made from an object: those put names that look like numbers first.
  const types = columns.map(({ name, type }) => `${quoteText(name)}: ${quoteText(typeToSql(type))}`);
  return `read_csv(${quotePaths(paths)}, auto_detect = false, hive_partitioning = false, columns = {${types.join(', ')}}${namedArguments(readingOptions(options))})`;
}

/** Named arguments with a leading comma. */
export function namedArguments(options: FormatOptions): string {
  return Object.entries(options)
    .map(([name, value]) => `, ${name} = ${jsonToSql(value)}`)
    .join('');
}
