/** Settings from one place. With a path, `value` is the one setting at that path. */
export interface ConfigSource {
  /** For messages, e.g. a file's name. */
  readonly origin: string;
  readonly path?: readonly string[];
  readonly value: unknown;
}

export interface MergedConfig {
  readonly value: Record<string, unknown>;
  /** Where the setting at this path, or the nearest above it that was given, came from. */
  readonly originOf: (path: readonly string[]) => string | undefined;
}

/** Later sources win, setting by setting; lists are replaced, not joined. */
export function mergeSources(sources: readonly ConfigSource[]): MergedConfig {
  const value: Record<string, unknown> = {};
  const origins = new Map<string, string>();
  for (const source of sources) {
    const nested = (source.path ?? []).reduceRight<unknown>((inner, key) => ({ [key]: inner }), source.value);
    if (isObject(nested)) mergeInto(value, shortFormsExpanded(nested), [], source.origin, origins);
  }
  const originOf = (path: readonly string[]) => {
    for (let length = path.length; length > 0; length--) {
      const origin = origins.get(path.slice(0, length).join('\0'));
      if (origin !== undefined) return origin;
    }
    return undefined;
  };
  return { value, originOf };
}

/** `"plugins": [...]` is short for `"plugins": { "load": [...] }`. */
function shortFormsExpanded(value: Record<string, unknown>): Record<string, unknown> {
  return Array.isArray(value.plugins) ? { ...value, plugins: { load: value.plugins as unknown[] } } : value;
}

function mergeInto(
  target: Record<string, unknown>,
  from: Record<string, unknown>,
  at: readonly string[],
  origin: string,
  origins: Map<string, string>,
): void {
  for (const [key, value] of Object.entries(from)) {
    if (value === undefined) continue;
    const path = [...at, key];
    origins.set(path.join('\0'), origin);
    const before = target[key];
    if (isObject(value)) {
      const into = isObject(before) ? before : {};
      define(target, key, into);
      mergeInto(into, value, path, origin, origins);
    } else {
      define(target, key, value);
    }
  }
}

/** As an own property whatever the name: `__proto__` in a file is an unknown setting, not a prototype. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
