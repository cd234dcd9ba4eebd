import type { DataType, NamedType } from '@arbalest/spi';
import type { WireField } from './wire-field.js';
import { toWireField } from './sql-type.js';

/**
 * The field in which the engines of Arbalest pass values of `type` to each other: as it crosses to a server, without the names of extensions; INTERVAL and all that has no Arrow
 * form of its own is text, unions are sparse. An InvokeNode's own intervals are structs, so its columns come and go in these forms.
 */
export function travelField({ name, type }: NamedType): WireField {
  switch (type.id) {
    case 'NULL':
      return { name, format: 'n', nullable: true, children: [], metadata: {} };
    case 'INTERVAL':
      return { name, format: 'u', nullable: true, children: [], metadata: {} };
    case 'UNION': {
      const ids = type.members.map((_, i) => i).join(',');
      return { name, format: `+us:${ids}`, nullable: true, children: type.members.map(travelField), metadata: {} };
    }
    case 'LIST':
      return nested(name, '+l', [travelField({ name: 'item', type: type.child })]);
    case 'ARRAY':
      return nested(name, `+w:${type.size}`, [travelField({ name: 'item', type: type.child })]);
    case 'STRUCT':
      return nested(name, '+s', type.fields.map(travelField));
    case 'MAP':
      return mapField(name, type.key, type.value);
    default:
      return { ...toWireField({ name, type }), metadata: {} };
  }
}

function nested(name: string, format: string, children: readonly WireField[]): WireField {
  return { name, format, nullable: true, children, metadata: {} };
}

function mapField(name: string, key: DataType, value: DataType): WireField {
  const entries = [{ ...travelField({ name: 'key', type: key }), nullable: false }, travelField({ name: 'value', type: value })];
  return nested(name, '+m', [{ ...nested('entries', '+s', entries), nullable: false }]);
}
