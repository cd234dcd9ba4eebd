import type { JsonObject, LosslessJson } from '../lossless-json.js';
import { NotModelled } from './not-modelled.js';

/**
 * Strict access to the serialised plan. What DuckDB leaves out is 0, false or empty; what is there and unknown may change the meaning, so it
 * makes the plan opaque.
 */
export function expectKeys(json: JsonObject, what: string, known: ReadonlySet<string>): void {
  for (const key of Object.keys(json)) {
    if (!known.has(key)) throw new NotModelled(`${what} with ${key}`);
  }
}

export function keys(...names: string[]): ReadonlySet<string> {
  return new Set(names);
}

export function objectAt(json: JsonObject, key: string): JsonObject {
  return asObject(json[key], key);
}

export function asObject(value: LosslessJson | undefined, what: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new NotModelled(`no object for ${what}`);
  return value as JsonObject;
}

/** Absent is empty. */
export function listAt(json: JsonObject, key: string): readonly LosslessJson[] {
  const value = json[key] ?? [];
  if (!Array.isArray(value)) throw new NotModelled(`no list for ${key}`);
  return value as readonly LosslessJson[];
}

export function objectsAt(json: JsonObject, key: string): readonly JsonObject[] {
  return listAt(json, key).map((item) => asObject(item, key));
}

/** Absent is empty. */
export function stringAt(json: JsonObject, key: string): string {
  const value = json[key] ?? '';
  if (typeof value !== 'string') throw new NotModelled(`no text for ${key}`);
  return value;
}

/** Absent is 0. */
export function numberAt(json: JsonObject, key: string): number {
  const value = json[key] ?? 0;
  if (typeof value !== 'number') throw new NotModelled(`no plain number for ${key}`);
  return value;
}

export function flagAt(json: JsonObject, key: string, absent = false): boolean {
  const value = json[key] ?? absent;
  if (typeof value !== 'boolean') throw new NotModelled(`no flag for ${key}`);
  return value;
}

export function childrenJson(json: JsonObject, count: number): readonly JsonObject[] {
  const children = objectsAt(json, 'children');
  if (children.length !== count) throw new NotModelled(`${stringAt(json, 'type')} with ${children.length} inputs`);
  return children;
}
