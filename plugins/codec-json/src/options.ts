import { checkedOptions, type FormatOptions, type OptionTypes } from '@arbalest/spi';

/** Set by `describe`: names of the columns that come from the files. */
export const FILE_COLUMNS = 'file_columns';

const READING: OptionTypes = {
  format: 'text',
  records: 'text',
  compression: 'text',
  dateformat: 'text',
  timestampformat: 'text',
  ignore_errors: 'boolean',
  maximum_object_size: 'number',
  filename: 'boolean',
};

const SNIFFING: OptionTypes = {
  columns: 'json',
  auto_detect: 'boolean',
  sample_size: 'number',
  maximum_sample_files: 'number',
  maximum_depth: 'number',
  field_appearance_threshold: 'number',
  map_inference_threshold: 'number',
  convert_strings_to_integers: 'boolean',
  union_by_name: 'boolean',
};

const WRITING: OptionTypes = { array: 'boolean', compression: 'text', dateformat: 'text', timestampformat: 'text' };

const ALIASES: Readonly<Record<string, string>> = { date_format: 'dateformat', timestamp_format: 'timestampformat' };

/** Checked, under their first names. */
export function jsonOptions(options: FormatOptions): FormatOptions {
  const named = Object.fromEntries(
    Object.entries(options).map(([name, value]) => [Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name, value]),
  );
  return checkedOptions('json', { ...READING, ...SNIFFING, ...WRITING, [FILE_COLUMNS]: 'texts' }, named);
}

export function sniffingOptions(options: FormatOptions): FormatOptions {
  return only(options, { ...READING, ...SNIFFING });
}

export function readingOptions(options: FormatOptions): FormatOptions {
  return only(options, READING);
}

export function writingOptions(options: FormatOptions): FormatOptions {
  return only(jsonOptions(options), WRITING);
}

function only(options: FormatOptions, known: OptionTypes): FormatOptions {
  return Object.fromEntries(Object.entries(options).filter(([name]) => Object.hasOwn(known, name)));
}
