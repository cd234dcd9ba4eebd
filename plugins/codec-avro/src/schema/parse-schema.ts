import { userError } from '@arbalest/spi';
import avro, { type Type, type types } from 'avsc';
import { MOST_SCHEMA_TYPES } from '../container/limits.js';
import { type AvroNamed, type AvroType, type Logical, LOGICAL_TYPES, type LogicalId, type RecordType } from './avro-type.js';

/** Keeps what a schema says of a logical type; avsc keeps it only for those it is told of. */
class Annotated extends avro.types.LogicalType {
  readonly attributes: Readonly<Record<string, unknown>>;

  constructor(schema: ConstructorParameters<typeof types.LogicalType>[0], options?: unknown) {
    super(schema, options);
    this.attributes = schema as unknown as Readonly<Record<string, unknown>>;
  }
}

const ANNOTATED = Object.fromEntries(Object.keys(LOGICAL_TYPES).map((id) => [id, Annotated]));

/**
 * The schema of a file as the record of its columns; one that is no record is a column named `value`.
 *
 * @throws user error `CODEC_FORMAT` when it is no schema, `CODEC_TYPE` when a record holds itself, with the path of fields at which it does.
 */
export function parseSchema(text: string, path: string): RecordType {
  const type = avroType(avscType(text, path), {
    file: path,
    within: new Map(),
    fields: [],
    types: { left: MOST_SCHEMA_TYPES },
  });
  return type.kind === 'record' ? type : { kind: 'record', fields: [{ name: 'value', type }] };
}

function avscType(text: string, path: string): Type {
  try {
    // Defaults are for readers of other schemas; writers are known to get theirs wrong.
    const schema = JSON.parse(text, (key, value: unknown) => (key === 'default' ? undefined : value)) as Parameters<
      typeof Type.forSchema
    >[0];
    return avro.Type.forSchema(schema, { logicalTypes: ANNOTATED, wrapUnions: true });
  } catch (cause) {
    throw userError('CODEC_FORMAT', `The schema in the header of ${path} is no Avro schema: ${(cause as Error).message}`, { cause });
  }
}

/** Where in the schema one is. */
interface Place {
  readonly file: string;
  readonly fields: readonly string[];
  /** Records that one is within, and the fields that lead to each. */
  readonly within: ReadonlyMap<Type, readonly string[]>;
  /** How many types there may yet be: records that name others twice each grow beyond all bounds. */
  readonly types: { left: number };
}

function avroType(type: Type, place: Place): AvroType {
  if (--place.types.left < 0)
    throw userError(
      'CODEC_TYPE',
      `The schema of ${place.file} has more than ${MOST_SCHEMA_TYPES} types; write it with fewer or flatter records`,
    );
  if (type instanceof Annotated) return withLogical(avroType(type.underlyingType, place), type.attributes);
  switch (type.typeName) {
    case 'record':
    case 'error':
      return recordType(type as types.RecordType, place);
    case 'array':
      return { kind: 'array', items: avroType((type as types.ArrayType).itemsType, below(place, '[]')) };
    case 'map':
      return { kind: 'map', values: avroType((type as types.MapType).valuesType as Type, below(place, '{}')) };
    case 'fixed':
      return { kind: 'fixed', size: (type as types.FixedType).size };
    case 'enum':
      return { kind: 'enum', symbols: (type as types.EnumType).symbols };
    case 'union:wrapped':
      return { kind: 'union', branches: branches((type as types.WrappedUnionType).types, place) };
    default:
      return { kind: type.typeName as 'null' };
  }
}

function recordType(type: types.RecordType, place: Place): RecordType {
  const outer = place.within.get(type);
  if (outer !== undefined)
    throw userError(
      'CODEC_TYPE',
      `The record ${type.name} in the schema of ${place.file} holds itself, at ${place.fields.join('.')}${outer.length === 0 ? '' : ` within ${outer.join('.')}`}, which no SQL type does; write it with a bounded depth, or as text`,
    );
  const within = new Map([...place.within, [type, place.fields]]);
  return {
    kind: 'record',
    fields: type.fields.map((field) => ({ name: field.name, type: avroType(field.type, { ...below(place, field.name), within }) })),
  };
}

/** By the last part of their types' names, or the whole one where that is not enough to tell them apart. */
function branches(of: readonly Type[], place: Place): readonly AvroNamed[] {
  const named = of.map((type) => type.branchName ?? type.typeName);
  const short = named.map((name) => name.slice(name.lastIndexOf('.') + 1));
  return of.map((type, i) => ({
    name: short.indexOf(short[i]!) === short.lastIndexOf(short[i]!) ? short[i]! : named[i]!,
    type: avroType(type, place),
  }));
}

function below(place: Place, field: string): Place {
  return { ...place, fields: [...place.fields, field] };
}

function withLogical(type: AvroType, attributes: Readonly<Record<string, unknown>>): AvroType {
  const id = attributes['logicalType'] as LogicalId;
  if (!(LOGICAL_TYPES[id] as readonly string[]).includes(type.kind)) return type;
  if (type.kind === 'fixed' && type.size !== ({ uuid: 16, duration: 12 } as Record<string, number>)[id] && id !== 'decimal') return type;
  const logical: Logical | undefined = id === 'decimal' ? decimal(attributes, type) : { id };
  return logical === undefined ? type : ({ ...type, logical } as AvroType);
}

function decimal({ precision, scale = 0 }: Readonly<Record<string, unknown>>, type: AvroType): Logical | undefined {
  const valid = isCount(precision) && isCount(scale) && precision > 0 && scale <= precision;
  if (!valid || (type.kind === 'fixed' && precision > Math.floor(Math.log10(2) * (8 * type.size - 1)))) return undefined;
  return { id: 'decimal', precision, scale };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
