import { userError } from './errors.js';
import type { FormatOptions, JsonValue } from './table.js';

/** What a format option may be. */
export type OptionType = 'text' | 'number' | 'boolean' | 'texts' | 'json';

/** The options a format knows, by lower-case name. */
export type OptionTypes = Readonly<Record<string, OptionType>>;

/**
 * Checks options against those that a format knows, and makes numbers and booleans of text.
 *
 * @throws user error `CODEC_OPTION` that names the option and lists those there are.
 */
export function checkedOptions(format: string, known: OptionTypes, options: FormatOptions): FormatOptions {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => {
      const type = Object.hasOwn(known, name) ? known[name] : undefined;
      if (type === undefined) {
        throw userError('CODEC_OPTION', `The format ${format} has no option "${name}"; it has: ${Object.keys(known).sort().join(', ')}`, {
          candidates: Object.keys(known),
        });
      }
      const converted = convert(value, type);
      if (converted === undefined)
        throw userError('CODEC_OPTION', `The option "${name}" of the format ${format} wants ${WANTED[type]}, met ${JSON.stringify(value)}`);
      return [name, converted];
    }),
  );
}

const WANTED: Readonly<Record<OptionType, string>> = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  texts: 'a list of texts',
  json: 'a value',
};

function convert(value: JsonValue, type: OptionType): JsonValue | undefined {
  switch (type) {
    case 'json':
      return value;
    case 'text':
      return typeof value === 'object' ? undefined : String(value);
    case 'texts':
      return typeof value === 'string'
        ? [value]
        : Array.isArray(value) && value.every((entry) => typeof entry === 'string')
          ? value
          : undefined;
    case 'number':
      return typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
        ? Number(value)
        : typeof value === 'number'
          ? value
          : undefined;
    case 'boolean':
      return typeof value === 'object' ? undefined : BOOLEANS.get(String(value).toLowerCase());
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'on', 'yes', '1'].map((text) => [text, true] as const),
  ...['false', 'off', 'no', '0'].map((text) => [text, false] as const),
]);
