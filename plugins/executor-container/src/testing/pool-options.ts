import { readFileSync } from 'node:fs';
import type { ContainerConfig } from '../plugin.js';

interface Schema {
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
}

export type Overrides = {
  readonly [Section in keyof ContainerConfig]?: ContainerConfig[Section] extends object | undefined
    ? Partial<ContainerConfig[Section]>
    : ContainerConfig[Section];
};

/** The plugin's configuration with the defaults of its package.json, and what a test wants otherwise. */
export function configWith(overrides: Overrides = {}): ContainerConfig {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { arbalest: { config: Schema } };
  return merge(defaultsOf(manifest.arbalest.config), overrides) as ContainerConfig;
}

function defaultsOf({ properties, default: own }: Schema): unknown {
  if (properties === undefined) return own;
  const members = Object.entries(properties).map(([name, schema]) => [name, defaultsOf(schema)] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function merge(base: unknown, over: unknown): unknown {
  if (!isRecord(base) || !isRecord(over)) return over === undefined ? base : over;
  const names = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries([...names].map((name) => [name, merge(base[name], over[name])]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
