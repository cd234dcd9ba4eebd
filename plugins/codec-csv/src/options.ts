import { checkedOptions, type FormatOptions, type OptionTypes } from '@arbalest/spi';

/** The dialect: what a file looks like. Read and written with the same. */
const DIALECT: OptionTypes = {
  delim: 'text',
  quote: 'text',
  escape: 'text',
  header: 'boolean',
  nullstr: 'json',
  dateformat: 'text',
  timestampformat: 'text',
  compression: 'text',
};

/** Set by `describe`: names of the columns that the files hold, in their order. */
export const FILE_COLUMNS = 'file_columns';

const READING: OptionTypes = {
  comment: 'text',
  skip: 'number',
  new_line: 'text',
  encoding: 'text',
  decimal_separator: 'text',
  thousands: 'text',
  strict_mode: 'boolean',
  null_padding: 'boolean',
  ignore_errors: 'boolean',
  allow_quoted_nulls: 'boolean',
  force_not_null: 'texts',
  max_line_size: 'text',
  buffer_size: 'number',
  filename: 'boolean',
  union_by_name: 'boolean',
  columns: 'json',
  [FILE_COLUMNS]: 'texts',
};

/** What only the sniffer looks at; of no use once it has spoken. */
const SNIFFING: OptionTypes = {
  types: 'json',
  names: 'texts',
  all_varchar: 'boolean',
  auto_detect: 'boolean',
  auto_type_candidates: 'texts',
  sample_size: 'number',
  files_to_sniff: 'number',
  normalize_names: 'boolean',
};

const WRITING: OptionTypes = { force_quote: 'json', prefix: 'text', suffix: 'text' };

/** Other names of the same options. */
const ALIASES: Readonly<Record<string, string>> = {
  sep: 'delim',
  delimiter: 'delim',
  dtypes: 'types',
  column_types: 'types',
  column_names: 'names',
  maximum_line_size: 'max_line_size',
  date_format: 'dateformat',
  timestamp_format: 'timestampformat',
  null: 'nullstr',
  nulls: 'nullstr',
};

/** Checked, under their first names. */
export function csvOptions(options: FormatOptions): FormatOptions {
  const named = Object.fromEntries(
    Object.entries(options).map(([name, value]) => [Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name, value]),
  );
  return checkedOptions('csv', { ...DIALECT, ...READING, ...SNIFFING, ...WRITING }, named);
}

/** What DuckDB's sniffer takes. */
export function sniffingOptions(options: FormatOptions): FormatOptions {
  const { [FILE_COLUMNS]: _ours, ...sniffing } = only(options, { ...DIALECT, ...READING, ...SNIFFING });
  return sniffing;
}

/** What read_csv takes once nothing is left to be detected, save the columns. */
export function readingOptions(options: FormatOptions): FormatOptions {
  const { columns: _declared, union_by_name: _united, [FILE_COLUMNS]: _ours, ...reading } = only(options, { ...DIALECT, ...READING });
  return reading;
}

export function writingOptions(options: FormatOptions): FormatOptions {
  return only(csvOptions(options), { ...DIALECT, ...WRITING });
}

function only(options: FormatOptions, known: OptionTypes): FormatOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => Object.hasOwn(known, name)));
}
