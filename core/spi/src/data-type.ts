/**
 * The types of Arbalest's SQL. The names are those of the SQL dialect, so that a type prints as it is written in a statement.
 * A type that is not listed cannot travel between stages: a plan that holds one runs whole on one executor.
 */
export type DataType = SimpleType | DecimalType | ListType | ArrayType | StructType | MapType | UnionType | EnumType;

export const SIMPLE_TYPES = [
  'BOOLEAN',
  'TINYINT',
  'SMALLINT',
  'INTEGER',
  'BIGINT',
  'HUGEINT',
  'UTINYINT',
  'USMALLINT',
  'UINTEGER',
  'UBIGINT',
  'UHUGEINT',
  'FLOAT',
  'DOUBLE',
  'VARCHAR',
  'BLOB',
  'BIT',
  'UUID',
  'JSON',
  'DATE',
  'TIME',
  'TIME_NS',
  'TIME WITH TIME ZONE',
  'TIMESTAMP',
  'TIMESTAMP_S',
  'TIMESTAMP_MS',
  'TIMESTAMP_NS',
  'TIMESTAMP WITH TIME ZONE',
  'INTERVAL',
  /** The type of an untyped NULL. */
  'NULL',
] as const;

export type SimpleTypeId = (typeof SIMPLE_TYPES)[number];

export interface SimpleType {
  readonly id: SimpleTypeId;
}

/** `width` is the number of digits, 1 to 38; `scale` those after the point. */
export interface DecimalType {
  readonly id: 'DECIMAL';
  readonly width: number;
  readonly scale: number;
}

export interface ListType {
  readonly id: 'LIST';
  readonly child: DataType;
}

/** A list whose every value has `size` elements. */
export interface ArrayType {
  readonly id: 'ARRAY';
  readonly child: DataType;
  readonly size: number;
}

export interface StructType {
  readonly id: 'STRUCT';
  /** A field of an unnamed row value has the empty name. */
  readonly fields: readonly NamedType[];
}

export interface MapType {
  readonly id: 'MAP';
  readonly key: DataType;
  readonly value: DataType;
}

export interface UnionType {
  readonly id: 'UNION';
  readonly members: readonly NamedType[];
}

export interface EnumType {
  readonly id: 'ENUM';
  readonly values: readonly string[];
}

export interface NamedType {
  readonly name: string;
  readonly type: DataType;
}

/** A column of a table or of a result. */
export interface Field extends NamedType {
  /** True when unknown. */
  readonly nullable: boolean;
}

/** The type as SQL writes it, e.g. `STRUCT("a" INTEGER, "b" DECIMAL(10,2)[])`. */
export function typeToSql(type: DataType): string {
  switch (type.id) {
    case 'DECIMAL':
      return `DECIMAL(${type.width},${type.scale})`;
    case 'LIST':
      return `${typeToSql(type.child)}[]`;
    case 'ARRAY':
      return `${typeToSql(type.child)}[${type.size}]`;
    case 'STRUCT':
      return `STRUCT(${namedTypes(type.fields)})`;
    case 'MAP':
      return `MAP(${typeToSql(type.key)}, ${typeToSql(type.value)})`;
    case 'UNION':
      return `UNION(${namedTypes(type.members)})`;
    case 'ENUM':
      return `ENUM(${type.values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')})`;
    case 'NULL':
      return '"NULL"';
    default:
      return type.id;
  }
}

function namedTypes(entries: readonly NamedType[]): string {
  return entries.map(({ name, type }) => `"${name.replaceAll('"', '""')}" ${typeToSql(type)}`).join(', ');
}

/** Structural equality; the names of struct fields and the values of enums count. */
export function sameType(a: DataType, b: DataType): boolean {
  return typeToSql(a) === typeToSql(b);
}
