/**
 * A type of Arbalest's SQL as the server describes it. `id` is the name as SQL writes it (BIGINT, TIMESTAMP WITH TIME ZONE, …); DECIMAL, LIST,
 * ARRAY, STRUCT, MAP, UNION and ENUM have the members that belong to them.
 */
export interface SqlType {
  readonly id: string;
  /** DECIMAL: number of digits. */
  readonly width?: number;
  /** DECIMAL: those after the point. */
  readonly scale?: number;
  /** LIST, ARRAY: type of the elements. */
  readonly child?: SqlType;
  /** ARRAY: number of elements. */
  readonly size?: number;
  /** STRUCT. */
  readonly fields?: readonly NamedSqlType[];
  /** MAP. */
  readonly key?: SqlType;
  readonly value?: SqlType;
  /** UNION. */
  readonly members?: readonly NamedSqlType[];
  /** ENUM. */
  readonly values?: readonly string[];
}

export interface NamedSqlType {
  readonly name: string;
  readonly type: SqlType;
}

/** A column of a result. */
export interface ResultField extends NamedSqlType {
  readonly nullable: boolean;
}

/** The type as a reader expects to see it above a column, e.g. `STRUCT(a INTEGER, b DECIMAL(10,2)[])`. */
export function sqlTypeName(type: SqlType): string {
  switch (type.id) {
    case 'DECIMAL':
      return `DECIMAL(${type.width},${type.scale})`;
    case 'LIST':
      return `${childName(type.child)}[]`;
    case 'ARRAY':
      return `${childName(type.child)}[${type.size}]`;
    case 'STRUCT':
      return `STRUCT(${members(type.fields)})`;
    case 'UNION':
      return `UNION(${members(type.members)})`;
    case 'MAP':
      return `MAP(${childName(type.key)}, ${childName(type.value)})`;
    default:
      return type.id;
  }
}

function childName(type: SqlType | undefined): string {
  return type ? sqlTypeName(type) : '?';
}

function members(entries: readonly NamedSqlType[] = []): string {
  return entries.map(({ name, type }) => (name === '' ? sqlTypeName(type) : `${name} ${sqlTypeName(type)}`)).join(', ');
}
