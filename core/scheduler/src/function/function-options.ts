import {
  type FormatOptions,
  type FunctionDefinition,
  type FunctionRequests,
  type JsonValue,
  type TableName,
  userError,
} from '@arbalest/spi';
import { parseDuration } from '../session/duration.js';
import { nearestNames } from '../session/nearest-names.js';
import { parseSize } from './size.js';
import { parseTableName } from './table-name-text.js';

/** What WITH (…) says of a function. What it does not say is absent: the source's own word counts then, or the default. */
export interface FunctionOptions {
  readonly volatility?: FunctionDefinition['volatility'];
  readonly nulls?: FunctionDefinition['nulls'];
  readonly repeatable?: boolean;
  readonly onError: FunctionDefinition['onError'];
  readonly errorTable?: TableName;
  readonly timeoutMs: number;
  readonly options: Readonly<Record<string, string>>;
  readonly requests: FunctionRequests;
}

type Readers = Readonly<Record<string, (value: JsonValue, name: string) => unknown>>;

const READERS = {
  volatility: oneOf('immutable', 'stable', 'volatile'),
  nulls: oneOf('call', 'propagate'),
  repeatable: boolean,
  on_error: oneOf('fail', 'null', 'table'),
  error_table: (value, name) => parseTableName(text(value, name)) ?? wrong(name, 'a table such as errors or main.errors', value),
  timeout: (value, name) => parseDuration(text(value, name)) ?? wrong(name, "a length of time such as '500ms', '30s' or '5min'", value),
  memory: (value, name) => parseSize(text(value, name)) ?? wrong(name, "a size such as '512MB' or '2GiB'", value),
  cpus: (value, name) => number(value, name, (cpus) => cpus > 0, 'a number above 0, such as 0.5'),
  network: text,
  env: (value, name) => texts(value, name),
  secrets: names,
  gpus: (value, name) => number(value, name, (gpus) => Number.isInteger(gpus) && gpus > 0, 'a whole number from 1'),
  runtime: text,
  port: (value, name) => number(value, name, (port) => Number.isInteger(port) && port > 0 && port < 65_536, 'a port from 1 to 65535'),
  options: (value, name) => lowerCase(texts(value, name)),
} satisfies Readers;

type Read = { readonly [Name in keyof typeof READERS]?: Exclude<ReturnType<(typeof READERS)[Name]>, never> };

/** Options of which each has a name of its own: `env.MODEL = 'x'`, `options.threshold = 0.5`. */
const PREFIXES = { env: (name: string) => name.toUpperCase(), options: (name: string) => name } as const;

/**
 * What the options of CREATE FUNCTION mean.
 *
 * @throws user error `FUNCTION_OPTION` that names the option, what it wants or which there are
 */
export function functionOptions(options: FormatOptions): FunctionOptions {
  const { own, parted } = sorted(options);
  const read = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, READERS[known(name)](value, name)])) as Read;
  const environment = { ...read.env, ...parted.env };
  return {
    ...present({ volatility: read.volatility, nulls: read.nulls, repeatable: read.repeatable }),
    ...errorPolicy(read),
    timeoutMs: read.timeout ?? 0,
    options: { ...read.options, ...parted.options },
    requests: present({
      memoryBytes: read.memory,
      cpus: read.cpus,
      network: read.network,
      environment: Object.keys(environment).length > 0 ? environment : undefined,
      secrets: read.secrets,
      gpus: read.gpus,
      runtime: read.runtime,
      port: read.port,
    }),
  };
}

function errorPolicy({ on_error: policy, error_table: errorTable }: Read): Pick<FunctionOptions, 'onError' | 'errorTable'> {
  if (errorTable === undefined) {
    if (policy === 'table')
      throw userError('FUNCTION_OPTION', "on_error = 'table' puts failed rows into a table; name it with error_table = 'name'");
    return { onError: policy ?? 'fail' };
  }
  if (policy !== undefined && policy !== 'table') {
    throw userError('FUNCTION_OPTION', `error_table is for on_error = 'table', but on_error is '${policy}'; leave one of the two out`);
  }
  return { onError: 'collect', errorTable };
}

/** Those with a prefix by it, the others as they are. */
function sorted(options: FormatOptions): {
  readonly own: FormatOptions;
  readonly parted: Readonly<Record<keyof typeof PREFIXES, Record<string, string>>>;
} {
  const own: Record<string, JsonValue> = {};
  const parted: Record<keyof typeof PREFIXES, Record<string, string>> = { env: {}, options: {} };
  for (const [name, value] of Object.entries(options)) {
    const dot = name.indexOf('.');
    const prefix = name.slice(0, Math.max(0, dot));
    if (!isPrefix(prefix)) own[name] = value;
    else parted[prefix][PREFIXES[prefix](name.slice(dot + 1))] = text(value, name);
  }
  return { own, parted };
}

function isPrefix(name: string): name is keyof typeof PREFIXES {
  return Object.hasOwn(PREFIXES, name);
}

function known(name: string): keyof typeof READERS {
  if (Object.hasOwn(READERS, name)) return name as keyof typeof READERS;
  const all = Object.keys(READERS).toSorted();
  const candidates = nearestNames(name, all);
  const hint =
    candidates.length > 0
      ? `did you mean ${candidates.join(' or ')}?`
      : `there are: ${all.join(', ')}, env.NAME and, for what the function itself understands, options.NAME`;
  throw userError('FUNCTION_OPTION', `A function has no option '${name}'; ${hint}`, { candidates });
}

function oneOf<const Value extends string>(...values: readonly Value[]) {
  return (value: JsonValue, name: string): Value =>
    values.find((candidate) => candidate === plain(value)) ?? wrong(name, `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`, value);
}

/** Lower case, as words are compared; nothing for a list or a struct. */
function plain(value: JsonValue): string {
  if (value === null) return 'null';
  return typeof value === 'object' ? '' : String(value).toLowerCase();
}

function boolean(value: JsonValue, name: string): boolean {
  const shown = plain(value);
  if (['true', 'on', 'yes', '1'].includes(shown)) return true;
  return ['false', 'off', 'no', '0'].includes(shown) ? false : wrong(name, 'true or false', value);
}

function number(value: JsonValue, name: string, fits: (value: number) => boolean, wanted: string): number {
  const read = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  return typeof value === 'object' || Number.isNaN(read) || !fits(read) ? wrong(name, wanted, value) : read;
}

function text(value: JsonValue, name: string): string {
  return typeof value === 'object' || value === '' ? wrong(name, 'text', value) : String(value);
}

/** A list, or text with commas between. */
function names(value: JsonValue, name: string): readonly string[] {
  const list = typeof value === 'string' ? value.split(',').map((entry) => entry.trim()) : value;
  const isNames = Array.isArray(list) && list.length > 0 && list.every((entry) => typeof entry === 'string' && entry !== '');
  return isNames ? (list as readonly string[]) : wrong(name, "names with commas between, such as 'token, password'", value);
}

/** A struct, or the same as JSON text. */
function texts(value: JsonValue, name: string): Readonly<Record<string, string>> {
  const object = typeof value === 'string' ? parsed(value) : value;
  const wanted = `names with their values, such as '{"NAME": "value"}'`;
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return wrong(name, wanted, value);
  return Object.fromEntries(
    Object.entries(object as Readonly<Record<string, JsonValue>>).map(([key, entry]) =>
      typeof entry === 'object' ? wrong(`${name}.${key}`, 'text', entry) : [key, String(entry)],
    ),
  );
}

function parsed(json: string): JsonValue | undefined {
  try {
    return JSON.parse(json) as JsonValue;
  } catch {
    return undefined;
  }
}

function lowerCase(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));
}

function present<Values extends object>(values: Values): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Values]?: Exclude<Values[Name], undefined>;
  };
}

function wrong(name: string, wanted: string, met: JsonValue): never {
  throw userError('FUNCTION_OPTION', `The option ${name} wants ${wanted}, not ${JSON.stringify(met)}`);
}
