import type { DataType } from '@arbalest/spi';

/** The type as the planning database knows it: of untyped NULLs it makes integers. */
export function plannedType(type: DataType): DataType {
  switch (type.id) {
    case 'NULL':
      return { id: 'INTEGER' };
    case 'LIST':
    case 'ARRAY':
      return { ...type, child: plannedType(type.child) };
    case 'MAP':
      return { ...type, key: plannedType(type.key), value: plannedType(type.value) };
    case 'STRUCT':
      return { ...type, fields: type.fields.map((field) => ({ ...field, type: plannedType(field.type) })) };
    case 'UNION':
      return { ...type, members: type.members.map((member) => ({ ...member, type: plannedType(member.type) })) };
    default:
      return type;
  }
}
