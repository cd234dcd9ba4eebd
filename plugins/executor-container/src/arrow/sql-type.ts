import { type DataType, type NamedType, SIMPLE_TYPES, typeToSql, userError } from '@arbalest/spi';
import { ArrowFault } from './arrow-fault.js';
import { EXTENSION_METADATA, EXTENSION_NAME, printWire, type WireField } from './wire-field.js';

/** Whose table of types holds: PROTOCOL.md §7, and where §8 and §9 differ from it. */
export type TypeDialect = 'arbalest' | 'arrow-udf' | 'arrow-udf-1' | 'databend';

/** Types of one format whose names say the same, both ways. */
const FORMATS: Readonly<Record<string, string>> = {
  BOOLEAN: 'b',
  TINYINT: 'c',
  SMALLINT: 's',
  INTEGER: 'i',
  BIGINT: 'l',
  UTINYINT: 'C',
  USMALLINT: 'S',
  UINTEGER: 'I',
  UBIGINT: 'L',
  FLOAT: 'f',
  DOUBLE: 'g',
  VARCHAR: 'u',
  BLOB: 'z',
  DATE: 'tdD',
  TIME: 'ttu',
  TIMESTAMP: 'tsu:',
  TIMESTAMP_S: 'tss:',
  TIMESTAMP_MS: 'tsm:',
  TIMESTAMP_NS: 'tsn:',
  'TIMESTAMP WITH TIME ZONE': 'tsu:UTC',
  INTERVAL: 'tin',
};

const TYPES: ReadonlyMap<string, DataType> = new Map([
  ...Object.entries(FORMATS).map(([id, format]): [string, DataType] => [format, { id } as DataType]),
  ['U', { id: 'VARCHAR' }],
  ['Z', { id: 'BLOB' }],
]);

/** Extensions of text: by type, and back. */
const TEXT_EXTENSIONS: Readonly<Record<string, string>> = { JSON: 'arrow.json', UUID: 'arbalest.uuid', ENUM: 'arbalest.enum' };
const AS_TEXT = ['BIT', 'UHUGEINT', 'TIME_NS', 'TIME WITH TIME ZONE'];

/**
 * The field in which values of `type` cross.
 *
 * @throws user error `FUNCTION_TYPE` for a type that does not cross
 */
export function toWireField({ name, type }: NamedType, dialect: TypeDialect = 'arbalest'): WireField {
  const leaf = (format: string, extension?: string, detail?: string): WireField => ({
    name,
    format,
    nullable: true,
    children: [],
    metadata: {
      ...(extension === undefined ? {} : { [EXTENSION_NAME]: extension }),
      ...(detail === undefined ? {} : { [EXTENSION_METADATA]: detail }),
    },
  });
  if (AS_TEXT.includes(type.id)) return leaf('u', 'arbalest.text', typeToSql(type));
  switch (type.id) {
    case 'HUGEINT':
      return leaf('d:38,0', 'arbalest.hugeint');
    case 'DECIMAL':
      return decimalField(leaf, type, dialect);
    case 'JSON':
      return jsonField(leaf, dialect);
    case 'UUID':
      return leaf('u', TEXT_EXTENSIONS['UUID']);
    case 'ENUM':
      return leaf('u', TEXT_EXTENSIONS['ENUM'], JSON.stringify(type.values));
    case 'VARCHAR':
      return leaf(dialect === 'databend' ? 'U' : 'u');
    case 'BLOB':
      return leaf(dialect === 'databend' ? 'Z' : 'z');
    default: {
      const format = FORMATS[type.id];
      return format === undefined ? nestedField(name, type, dialect) : leaf(format);
    }
  }
}

type Leaf = (format: string, extension?: string) => WireField;

function decimalField(leaf: Leaf, { width, scale }: DataType & { readonly id: 'DECIMAL' }, dialect: TypeDialect): WireField {
  if (dialect === 'arrow-udf-1') return leaf('Z');
  return dialect === 'arrow-udf' ? leaf('u', 'arrowudf.decimal') : leaf(`d:${width},${scale}`);
}

function jsonField(leaf: Leaf, dialect: TypeDialect): WireField {
  if (dialect === 'databend') return leaf('Z');
  if (dialect === 'arrow-udf-1') return leaf('U');
  return leaf('u', dialect === 'arrow-udf' ? 'arrowudf.json' : TEXT_EXTENSIONS['JSON']);
}

function nestedField(name: string, type: DataType, dialect: TypeDialect): WireField {
  const inner = (field: NamedType): WireField => {
    if (field.type.id === 'INTERVAL') throw cannotCross(type, 'an INTERVAL crosses as a column of its own only');
    return toWireField(field, dialect);
  };
  const nested = (format: string, children: readonly WireField[]): WireField => ({ name, format, nullable: true, children, metadata: {} });
  switch (type.id) {
    case 'LIST':
      return nested('+l', [inner({ name: 'item', type: type.child })]);
    case 'ARRAY':
      return nested(`+w:${type.size}`, [inner({ name: 'item', type: type.child })]);
    case 'STRUCT':
      return nested('+s', type.fields.map(inner));
    case 'MAP': {
      const key = { ...inner({ name: 'key', type: type.key }), nullable: false };
      const value = inner({ name: 'value', type: type.value });
      return nested('+m', [{ name: 'entries', format: '+s', nullable: false, children: [key, value], metadata: {} }]);
    }
    default:
      throw cannotCross(type, 'no Arrow form of it is agreed on');
  }
}

function cannotCross(type: DataType, why: string) {
  return userError(
    'FUNCTION_TYPE',
    `Values of type ${typeToSql(type)} cannot be handed to a function: ${why}; cast them to a type that can, e.g. VARCHAR`,
  );
}

/**
 * What a field that a server declares means in SQL. The wide forms of text, bytes and lists mean the same as the narrow ones.
 *
 * @throws ArrowFault for a type that does not cross
 */
export function fromWireField(field: WireField): DataType {
  const extension = field.metadata[EXTENSION_NAME];
  const extended = extension === undefined ? undefined : extendedType(extension, field);
  if (extended !== undefined) return extended;
  const plain = TYPES.get(field.format);
  if (plain !== undefined) return plain;
  const decimal = /^d:(\d+),(-?\d+)$/.exec(field.format);
  return decimal === null ? nestedType(field) : decimalType(field, Number(decimal[1]), Number(decimal[2]));
}

/** Servers of arrow-udf's protocol do not say how many digits their decimals have. */
const UNDECLARED_DECIMAL: DataType = { id: 'DECIMAL', width: 38, scale: 10 };

function extendedType(extension: string, field: WireField): DataType | undefined {
  const text = field.format === 'u' || field.format === 'U';
  switch (extension) {
    case 'arbalest.hugeint':
      return field.format === 'd:38,0' ? { id: 'HUGEINT' } : undefined;
    case 'arrow.json':
    case 'arrowudf.json':
      return text ? { id: 'JSON' } : undefined;
    case 'arrowudf.decimal':
      return text ? UNDECLARED_DECIMAL : undefined;
    case 'arbalest.uuid':
      return text ? { id: 'UUID' } : undefined;
    case 'arbalest.enum':
      return text ? { id: 'ENUM', values: enumValues(field) } : undefined;
    case 'arbalest.text':
      return text ? textType(field) : undefined;
    default:
      return undefined;
  }
}

function enumValues(field: WireField): readonly string[] {
  const values = parseJson(field.metadata[EXTENSION_METADATA]);
  if (Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === 'string')) return values;
  throw new ArrowFault(`The values of the enum "${field.name}" are not a JSON array of texts`);
}

function textType(field: WireField): DataType {
  const id = field.metadata[EXTENSION_METADATA] ?? '';
  if (!AS_TEXT.includes(id))
    throw new ArrowFault(`Column "${field.name}" is text that stands for the type "${id}", which is none that travels so`);
  return { id: SIMPLE_TYPES.find((known) => known === id)! };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function decimalType(field: WireField, width: number, scale: number): DataType {
  if (width >= 1 && width <= 38 && scale >= 0 && scale <= width) return { id: 'DECIMAL', width, scale };
  throw new ArrowFault(
    `Column "${field.name}" is a decimal of ${width} digits and scale ${scale}; 1 to 38 digits are possible, and a scale of none to all of them`,
  );
}

function nestedType(field: WireField): DataType {
  const { format, children } = field;
  const child = (index: number): DataType => {
    const found = children[index];
    if (found === undefined) throw new ArrowFault(`Column "${field.name}" lacks the type of its elements`);
    if (found.format === 'tin') throw new ArrowFault(`Column "${field.name}" holds intervals inside another type, which do not cross`);
    return fromWireField(found);
  };
  if (format === '+l' || format === '+L') return { id: 'LIST', child: child(0) };
  if (format.startsWith('+w:')) return arrayType(field, Number(format.slice(3)), child(0));
  if (format === '+s' && children.length > 0) {
    return { id: 'STRUCT', fields: children.map(({ name }, i) => ({ name, type: child(i) })) };
  }
  if (format === '+m') {
    const entries = children[0] === undefined ? undefined : fromWireField(children[0]);
    if (entries?.id === 'STRUCT' && entries.fields.length === 2) {
      return { id: 'MAP', key: entries.fields[0]!.type, value: entries.fields[1]!.type };
    }
  }
  throw new ArrowFault(`Column "${field.name}" is of Arrow type ${printWire(field)}, which does not cross`);
}

function arrayType(field: WireField, size: number, child: DataType): DataType {
  if (size >= 1 && size <= 100_000) return { id: 'ARRAY', child, size };
  throw new ArrowFault(`Column "${field.name}" holds lists of ${size} elements; 1 to 100000 are possible`);
}
