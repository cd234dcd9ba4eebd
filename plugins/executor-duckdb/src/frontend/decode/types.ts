import { SIMPLE_TYPES } from '@arbalest/spi';
import type { DataType, NamedType, SimpleTypeId } from '@arbalest/spi';
import type { JsonObject } from '../lossless-json.js';
import { asObject, expectKeys, keys, listAt, numberAt, objectAt, objectsAt, stringAt } from './json-reader.js';
import { NotModelled } from './not-modelled.js';

const SIMPLE: ReadonlySet<string> = new Set(SIMPLE_TYPES);
const TYPE_KEYS = keys('id', 'type_info');

/** A type as the serialiser writes it: `{ id, type_info? }`. */
export function decodeType(json: JsonObject): DataType {
  expectKeys(json, 'type', TYPE_KEYS);
  const id = stringAt(json, 'id');
  if (json['type_info'] === undefined) return simpleType(id);
  const info = objectAt(json, 'type_info');
  if (info['type'] === 'GENERIC_TYPE_INFO') return aliasedType(id, info);
  if (typeof info['alias'] === 'string') throw new NotModelled(`type ${info['alias']}`);
  return nestedType(id, info);
}

function simpleType(id: string): DataType {
  if (!SIMPLE.has(id)) throw new NotModelled(`type ${id}`);
  return { id: id as SimpleTypeId };
}

function aliasedType(id: string, info: JsonObject): DataType {
  const alias = stringAt(info, 'alias');
  if (id === 'VARCHAR' && alias === 'JSON') return { id: 'JSON' };
  throw new NotModelled(`type ${alias || id}`);
}

function nestedType(id: string, info: JsonObject): DataType {
  switch (id) {
    case 'DECIMAL':
      return { id, width: numberAt(info, 'width'), scale: numberAt(info, 'scale') };
    case 'LIST':
      return { id, child: decodeType(objectAt(info, 'child_type')) };
    case 'ARRAY':
      return { id, child: decodeType(objectAt(info, 'child_type')), size: numberAt(info, 'size') };
    case 'STRUCT':
      return { id, fields: members(info) };
    case 'UNION':
      // The first member is the tag.
      return { id, members: members(info).slice(1) };
    case 'MAP':
      return mapType(decodeType(objectAt(info, 'child_type')));
    case 'ENUM':
      return { id, values: listAt(info, 'values').map(String) };
    default:
      throw new NotModelled(`type ${id} with ${stringAt(info, 'type')}`);
  }
}

function members(info: JsonObject): readonly NamedType[] {
  return objectsAt(info, 'child_types').map((entry) => ({
    name: stringAt(entry, 'first'),
    type: decodeType(asObject(entry['second'], 'type')),
  }));
}

function mapType(entry: DataType): DataType {
  const [key, value] = entry.id === 'STRUCT' ? entry.fields : [];
  if (!key || !value) throw new NotModelled('a map without key and value');
  return { id: 'MAP', key: key.type, value: value.type };
}

export function decodeTypes(json: JsonObject, key: string): readonly DataType[] {
  return objectsAt(json, key).map(decodeType);
}

/** Asserts that what DuckDB says of an operator's types is what the positions give. */
export function expectTypes(found: readonly DataType[], expected: readonly DataType[], what: string): void {
  const same = found.length === expected.length && found.every((type, i) => JSON.stringify(type) === JSON.stringify(expected[i]));
  if (!same) throw new NotModelled(`internal: types of ${what} differ`);
}
