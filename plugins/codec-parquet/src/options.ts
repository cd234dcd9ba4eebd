import { checkedOptions, type FormatOptions, type OptionTypes } from '@arbalest/spi';

const READING: OptionTypes = { union_by_name: 'boolean', binary_as_string: 'boolean', filename: 'boolean' };

const WRITING: OptionTypes = {
  compression: 'text',
  compression_level: 'number',
  row_group_size: 'number',
  row_group_size_bytes: 'text',
  parquet_version: 'text',
};

/** A table's options serve reading it and inserting into it alike. */
export function parquetOptions(options: FormatOptions): FormatOptions {
  return checkedOptions('parquet', { ...READING, ...WRITING }, options);
}

/** Those of the options that DuckDB's COPY is to have. */
export function writingOptions(options: FormatOptions): FormatOptions {
  return Object.fromEntries(Object.entries(parquetOptions(options)).filter(([name]) => Object.hasOwn(WRITING, name)));
}
