import { CONFIG_SCHEMA } from './schema.js';

export interface EnvironmentSetting {
  readonly variable: string;
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Variables with the prefix that are no settings: of the command line, and what clients log in with. */
const NOT_SETTINGS = new Set(['ARBALEST_CONFIG', 'ARBALEST_TOKEN', 'ARBALEST_USER', 'ARBALEST_PASSWORD', 'ARBALEST_TLS_CA']);

interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/**
 * Settings from variables `ARBALEST_SECTION__KEY`: `__` parts sections, `_` parts words of a camel-case key, upper or lower case. So
 * `ARBALEST_EXCHANGE__SPILL_DIRECTORY=/tmp` is `exchange.spillDirectory`, and `ARBALEST_PLUGIN__STATE_ETCD__HOSTS` is `hosts` in
 * `plugin.state-etcd`; `ARBALEST_SETTINGS__PLANNER__SMALL_QUERY_BYTES` is the session setting `planner.small_query_bytes`. Values are numbers, booleans and JSON where the setting wants them; lists may be written with commas.
 */
export function environmentSettings(environment: Readonly<Record<string, string | undefined>>): readonly EnvironmentSetting[] {
  return Object.entries(environment)
    .filter(([variable, text]) => variable.startsWith('ARBALEST_') && !NOT_SETTINGS.has(variable) && text !== undefined)
    .map(([variable, text]) => {
      const path = settingPath(variable.slice('ARBALEST_'.length));
      return { variable, path, value: typedValue(text!, path) };
    });
}

function settingPath(name: string): readonly string[] {
  const words = name.toLowerCase().split('__');
  if (words[0] === 'settings') return ['settings', words.slice(1).join('.')];
  return words.map((part, index) => (index === 1 && words[0] === 'plugin' ? part.replaceAll('_', '-') : camelCase(part)));
}

function camelCase(words: string): string {
  return words.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function typedValue(text: string, path: readonly string[]): unknown {
  if (path[0] === 'settings') return text;
  const node = schemaAt(path);
  const types = node?.type === undefined ? [] : [node.type].flat();
  if (path[0] === 'plugin' || (node === undefined && path[0] !== 'plugins')) return jsonOr(text, text);
  if (types.includes('array') || (path.length === 1 && path[0] === 'plugins')) {
    return jsonOr(
      text,
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    );
  }
  return types.includes('string') && !types.includes('integer') ? text : jsonOr(text, text);
}

function jsonOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return otherwise;
  }
}

function schemaAt(path: readonly string[]): SchemaNode | undefined {
  return path.reduce<SchemaNode | undefined>((node, key) => node?.properties?.[key], CONFIG_SCHEMA as unknown as SchemaNode);
}
