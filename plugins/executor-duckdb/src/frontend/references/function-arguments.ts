import { userError } from '@arbalest/spi';
import type { FormatOptions, JsonValue } from '@arbalest/spi';
import { scalarText } from '../lossless-json.js';
import type { JsonObject } from '../lossless-json.js';

export interface PathArguments {
  readonly paths: readonly string[];
  readonly options: FormatOptions;
}

/** Paths and options of a call such as read_csv(['a.csv', 'b.csv'], delim = '|'): the first argument, then those by name. */
export function pathArguments(name: string, args: readonly JsonObject[], position: number): PathArguments {
  const options: Record<string, JsonValue> = {};
  const positional: JsonValue[] = [];
  for (const arg of args) {
    const named = namedArgument(arg);
    const value = constantValue(named?.value ?? arg, () => notConstant(name, named?.name, position));
    if (named) options[named.name] = value;
    else positional.push(value);
  }
  const [first] = positional;
  const paths: readonly (JsonValue | undefined)[] = Array.isArray(first) ? first : [first];
  if (positional.length !== 1 || paths.length === 0 || !paths.every((path) => typeof path === 'string')) {
    throw userError('FUNCTION_MISMATCH', `${name} takes a path or a list of paths, then options by name`, { position });
  }
  return { paths, options };
}

function notConstant(name: string, option: string | undefined, position: number): Error {
  return userError('FUNCTION_MISMATCH', `${option === undefined ? 'Paths' : `Option ${option}`} of ${name} must be constant`, { position });
}

/** `name := value` comes as an alias, `name = value` as a comparison. */
function namedArgument(arg: JsonObject): { readonly name: string; readonly value: JsonObject } | undefined {
  if (typeof arg['alias'] === 'string' && arg['alias'] !== '') return { name: arg['alias'].toLowerCase(), value: arg };
  const left = arg['left'] as JsonObject | undefined;
  const names = left?.['column_names'];
  if (arg['type'] !== 'COMPARE_EQUAL' || !Array.isArray(names) || names.length !== 1) return undefined;
  return { name: String(names[0]).toLowerCase(), value: arg['right'] as JsonObject };
}

function constantValue(json: JsonObject, fail: () => Error): JsonValue {
  const children = ((json['children'] as readonly JsonObject[] | undefined) ?? []).map((child) => ({ child, alias: child['alias'] }));
  const value = () => children.map(({ child }) => constantValue(child, fail));
  switch (scalarText(json['class'])) {
    case 'CONSTANT':
      return literal(json['value'] as JsonObject, fail);
    case 'CAST':
      return castLiteral(json, fail);
    case 'FUNCTION':
      if (json['function_name'] === 'list_value') return value();
      if (json['function_name'] === '-' && children.length === 1) return -Number(value()[0]);
      if (json['function_name'] === 'struct_pack')
        return Object.fromEntries(children.map(({ child, alias }) => [scalarText(alias), constantValue(child, fail)]));
      if (json['function_name'] === 'map' && children.length === 2) return mapEntries(value());
  }
  throw fail();
}

function mapEntries([keys, values]: readonly JsonValue[]): JsonValue {
  return Object.fromEntries((keys as readonly string[]).map((key, i) => [key, (values as readonly JsonValue[])[i]!]));
}

function literal(value: JsonObject, fail: () => Error): JsonValue {
  if (value['is_null'] === true) return null;
  const type = value['type'] as JsonObject;
  const raw = value['value'];
  if (type['id'] === 'DECIMAL') return Number(raw) / 10 ** Number((type['type_info'] as JsonObject)['scale'] ?? 0);
  if (typeof raw === 'bigint') return raw.toString();
  if (typeof raw === 'string' || typeof raw === 'number' || typeof raw === 'boolean') return raw;
  throw fail();
}

/** `true` and `false` come as casts of 't' and 'f'. */
function castLiteral(json: JsonObject, fail: () => Error): JsonValue {
  const inner = constantValue(json['child'] as JsonObject, fail);
  const target = (json['cast_type'] as JsonObject | undefined)?.['id'];
  if (target === 'BOOLEAN') return inner === 't' || inner === 'true' || inner === true;
  return inner;
}
