import { sameType, typeToSql, userError, type DataType, type Field, type NamedType } from '@arbalest/spi';

interface FieldsOf {
  readonly path: string;
  readonly fields: readonly Field[];
}

/**
 * The columns of all files, in the order in which they come, each with a type that holds the values of all: of integers and reals the wider, of structs the fields of
 * both, NULL with anything.
 *
 * @throws user error `SCHEMA_MISMATCH` that names both files and the column where there is no such type
 */
export function unitedFields(files: readonly FieldsOf[]): readonly Field[] {
  const united = new Map<string, { field: Field; readonly path: string; files: number }>();
  for (const { path, fields } of files) {
    for (const field of fields) {
      const known = united.get(field.name);
      if (known === undefined) {
        united.set(field.name, { field, path, files: 1 });
        continue;
      }
      const type = unitedType(known.field.type, field.type);
      if (type === undefined)
        throw userError(
          'SCHEMA_MISMATCH',
          `The files differ in the column "${field.name}", and no type holds both: ${known.path} has ${typeToSql(known.field.type)}, ${path} has ${typeToSql(field.type)}`,
        );
      known.field = { ...known.field, type, nullable: known.field.nullable || field.nullable };
      known.files++;
    }
  }
  return [...united.values()].map(({ field, files: count }) => (count === files.length ? field : { ...field, nullable: true }));
}

const NUMBERS = ['INTEGER', 'BIGINT', 'FLOAT', 'DOUBLE'];

function unitedType(a: DataType, b: DataType): DataType | undefined {
  if (sameType(a, b) || b.id === 'NULL') return a;
  if (a.id === 'NULL') return b;
  if (NUMBERS.includes(a.id) && NUMBERS.includes(b.id)) return { id: isWhole(a) && isWhole(b) ? 'BIGINT' : 'DOUBLE' };
  if (a.id === 'LIST' && b.id === 'LIST') return within(unitedType(a.child, b.child), (child) => ({ id: 'LIST', child }));
  if (a.id === 'MAP' && b.id === 'MAP') return within(unitedType(a.value, b.value), (value) => ({ ...a, value }));
  if (a.id === 'STRUCT' && b.id === 'STRUCT') return within(unitedNames(a.fields, b.fields), (fields) => ({ id: 'STRUCT', fields }));
  if (a.id === 'UNION' && b.id === 'UNION') return within(unitedNames(a.members, b.members), (members) => ({ id: 'UNION', members }));
  return undefined;
}

function isWhole({ id }: DataType): boolean {
  return id === 'INTEGER' || id === 'BIGINT';
}

function within<T>(part: T | undefined, make: (part: T) => DataType): DataType | undefined {
  return part === undefined ? undefined : make(part);
}

function unitedNames(a: readonly NamedType[], b: readonly NamedType[]): readonly NamedType[] | undefined {
  const common = a.map(({ name, type }) => {
    const other = b.find((candidate) => candidate.name === name);
    return { name, type: other === undefined ? type : unitedType(type, other.type) };
  });
  if (!common.every((entry): entry is NamedType => entry.type !== undefined)) return undefined;
  return [...common, ...b.filter(({ name }) => !a.some((entry) => entry.name === name))];
}
