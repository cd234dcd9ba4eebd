import { type DataType, internalError, typeToSql } from '@arbalest/spi';
import * as arrow from 'apache-arrow';

/** The Arrow types of those that have one without parameters. Types that do not travel as they are go as text, as executors hand them on. */
const SIMPLE: Readonly<Record<string, () => arrow.DataType>> = {
  BOOLEAN: () => new arrow.Bool(),
  TINYINT: () => new arrow.Int8(),
  SMALLINT: () => new arrow.Int16(),
  INTEGER: () => new arrow.Int32(),
  BIGINT: () => new arrow.Int64(),
  HUGEINT: () => new arrow.Decimal(0, 38, 128),
  UTINYINT: () => new arrow.Uint8(),
  USMALLINT: () => new arrow.Uint16(),
  UINTEGER: () => new arrow.Uint32(),
  UBIGINT: () => new arrow.Uint64(),
  UHUGEINT: () => new arrow.Utf8(),
  FLOAT: () => new arrow.Float32(),
  DOUBLE: () => new arrow.Float64(),
  VARCHAR: () => new arrow.Utf8(),
  BLOB: () => new arrow.Binary(),
  BIT: () => new arrow.Utf8(),
  UUID: () => new arrow.Utf8(),
  JSON: () => new arrow.Utf8(),
  DATE: () => new arrow.DateDay(),
  TIME: () => new arrow.TimeMicrosecond(),
  TIME_NS: () => new arrow.Utf8(),
  'TIME WITH TIME ZONE': () => new arrow.Utf8(),
  TIMESTAMP: () => new arrow.TimestampMicrosecond(),
  TIMESTAMP_S: () => new arrow.TimestampSecond(),
  TIMESTAMP_MS: () => new arrow.TimestampMillisecond(),
  TIMESTAMP_NS: () => new arrow.TimestampNanosecond(),
  'TIMESTAMP WITH TIME ZONE': () => new arrow.TimestampMicrosecond('UTC'),
  INTERVAL: () => new arrow.Utf8(),
  ENUM: () => new arrow.Utf8(),
  NULL: () => new arrow.Null(),
};

/** The form in which values of a type reach clients: the one in which executors hand them on. */
export function arrowType(type: DataType): arrow.DataType {
  switch (type.id) {
    case 'DECIMAL':
      return new arrow.Decimal(type.scale, type.width, 128);
    case 'LIST':
      return new arrow.List(child('item', type.child));
    case 'ARRAY':
      return new arrow.FixedSizeList(type.size, child('item', type.child));
    case 'STRUCT':
      return new arrow.Struct(type.fields.map((field) => child(field.name, field.type)));
    case 'MAP': {
      const entries = new arrow.Struct([new arrow.Field('key', arrowType(type.key), false), child('value', type.value)]);
      return new arrow.Map_(new arrow.Field('entries', entries, false) as never);
    }
    case 'UNION':
      return new arrow.SparseUnion(
        type.members.map((_, i) => i),
        type.members.map((member) => child(member.name, member.type)),
      );
    default: {
      const make = SIMPLE[type.id];
      if (make) return make();
      throw internalError('ARROW_TYPE', `No Arrow form of ${typeToSql(type)} is agreed on`);
    }
  }
}

function child(name: string, type: DataType): arrow.Field {
  return new arrow.Field(name, arrowType(type), true);
}
