import { type DataType, type NamedType, typeToSql, userError, type Field } from '@arbalest/spi';

/** A schema, as Avro writes it: https://avro.apache.org/docs/1.12.0/specification/#schema-declaration */
export type SchemaJson = string | readonly SchemaJson[] | { readonly [key: string]: SchemaJson | number };

/** What Avro's names may be. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

const SIMPLE: Readonly<Partial<Record<DataType['id'], SchemaJson>>> = {
  NULL: 'null',
  BOOLEAN: 'boolean',
  TINYINT: 'int',
  SMALLINT: 'int',
  INTEGER: 'int',
  UTINYINT: 'int',
  USMALLINT: 'int',
  UINTEGER: 'long',
  BIGINT: 'long',
  UBIGINT: decimal(20, 0),
  HUGEINT: decimal(38, 0),
  FLOAT: 'float',
  DOUBLE: 'double',
  VARCHAR: 'string',
  BLOB: 'bytes',
  UUID: { type: 'string', logicalType: 'uuid' },
  JSON: 'string',
  UHUGEINT: 'string',
  BIT: 'string',
  TIME_NS: 'string',
  'TIME WITH TIME ZONE': 'string',
  INTERVAL: 'string',
  ENUM: 'string',
  DATE: { type: 'int', logicalType: 'date' },
  TIME: { type: 'long', logicalType: 'time-micros' },
  TIMESTAMP: { type: 'long', logicalType: 'local-timestamp-micros' },
  TIMESTAMP_S: { type: 'long', logicalType: 'local-timestamp-millis' },
  TIMESTAMP_MS: { type: 'long', logicalType: 'local-timestamp-millis' },
  TIMESTAMP_NS: { type: 'long', logicalType: 'local-timestamp-nanos' },
  'TIMESTAMP WITH TIME ZONE': { type: 'long', logicalType: 'timestamp-micros' },
};

/**
 * The record that holds rows of these columns. All may be NULL.
 *
 * @throws user error `CODEC_TYPE` that names a column whose name or type Avro has nothing for
 */
export function writtenSchema(fields: readonly Field[]): SchemaJson {
  return record(['row'], fields);
}

/** @param path Of fields, outermost first: what a record is named by, since names must differ */
function record(path: readonly string[], fields: readonly NamedType[]): SchemaJson {
  return {
    type: 'record',
    name: path.join('_'),
    fields: fields.map(({ name, type }) => {
      const at = [...path, name];
      if (!NAME.test(name))
        throw userError(
          'CODEC_TYPE',
          `The column ${shown(at)} cannot be written as Avro, whose names are letters, digits and _; give it another name with AS`,
        );
      return { name, type: nullable(at, type) };
    }),
  };
}

function nullable(path: readonly string[], type: DataType): SchemaJson {
  return type.id === 'NULL' ? 'null' : ['null', schemaOf(path, type)];
}

function schemaOf(path: readonly string[], type: DataType): SchemaJson {
  switch (type.id) {
    case 'DECIMAL':
      return decimal(type.width, type.scale);
    case 'LIST':
    case 'ARRAY':
      return { type: 'array', items: nullable([...path, 'item'], type.child) };
    case 'STRUCT':
      return record(path, type.fields);
    case 'MAP':
      return type.key.id === 'VARCHAR' ? { type: 'map', values: nullable([...path, 'value'], type.value) } : refuse(path, type);
    default:
      return SIMPLE[type.id] ?? refuse(path, type);
  }
}

function refuse(path: readonly string[], type: DataType): never {
  throw userError('CODEC_TYPE', `The column ${shown(path)} cannot be written as Avro, which has no ${typeToSql(type)}; cast it to VARCHAR`);
}

function shown(path: readonly string[]): string {
  return JSON.stringify(path.slice(1).join('.'));
}

function decimal(precision: number, scale: number): SchemaJson {
  return { type: 'bytes', logicalType: 'decimal', precision, scale };
}
