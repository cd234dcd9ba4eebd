import type { DataType } from '@arbalest/spi';
import { sameType, typeToSql } from '@arbalest/spi';

/**
 * The type that values of `type` have while they travel as Arrow: the output of a fragment is cast to it, an input cast back.
 *
 * Most types travel as they are. These go as text, because DuckDB's Arrow form of them loses something (TIME WITH TIME ZONE its offset, UHUGEINT its top bit,
 * INTERVAL more than 292 years of hours, which overflow Arrow's nanoseconds without a word), is an extension type (BIT, TIME_NS), or is dictionary encoded (ENUM). UUID and JSON are text in Arrow anyway. HUGEINT needs no cast: its 128 bits are exported as those of
 * a decimal128(38,0), beyond 38 digits too. Nested types travel as their parts do.
 */
export function travelType(type: DataType): DataType {
  switch (type.id) {
    case 'UHUGEINT':
    case 'BIT':
    case 'UUID':
    case 'JSON':
    case 'TIME_NS':
    case 'TIME WITH TIME ZONE':
    case 'INTERVAL':
    case 'ENUM':
      return { id: 'VARCHAR' };
    case 'LIST':
      return { id: 'LIST', child: travelType(type.child) };
    case 'ARRAY':
      return { id: 'ARRAY', child: travelType(type.child), size: type.size };
    case 'STRUCT':
      return { id: 'STRUCT', fields: type.fields.map((field) => ({ name: field.name, type: travelType(field.type) })) };
    case 'MAP':
      return { id: 'MAP', key: travelType(type.key), value: travelType(type.value) };
    case 'UNION':
      return { id: 'UNION', members: type.members.map((member) => ({ name: member.name, type: travelType(member.type) })) };
    default:
      return type;
  }
}

/** True when a value of the type, or a part of it, is cast on its way out and in. */
export function changesToTravel(type: DataType): boolean {
  return !sameType(type, travelType(type));
}

/** The expression, cast to the form in which its values travel. */
export function toTravel(sql: string, type: DataType): string {
  return changesToTravel(type) ? `CAST(${sql} AS ${typeToSql(travelType(type))})` : sql;
}
