import { type DataType, typeToSql } from '@arbalest/spi';

/** True when SQL can name the type. A struct that `row(…)` made has fields without names, and a field without a name cannot be written. */
export function isNameable(type: DataType): boolean {
  switch (type.id) {
    case 'LIST':
    case 'ARRAY':
      return isNameable(type.child);
    case 'MAP':
      return isNameable(type.key) && isNameable(type.value);
    case 'STRUCT':
      return type.fields.every((field) => field.name !== '' && isNameable(field.type));
    case 'UNION':
      return type.members.every((member) => isNameable(member.type));
    default:
      return true;
  }
}

/** The expression as a value of exactly that type; no cost where it is one already. */
export function castTo(sql: string, type: DataType): string {
  return isNameable(type) ? `CAST(${sql} AS ${typeToSql(type)})` : sql;
}
