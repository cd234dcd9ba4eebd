import { type DataType, internalError, typeToSql } from '@arbalest/spi';
import {
  Binary,
  DateDay,
  Decimal,
  Float32,
  Float64,
  Int32,
  Int64,
  Interval,
  IntervalUnit,
  TimeMicrosecond,
  Timestamp,
  TimeUnit,
  Utf8,
} from 'apache-arrow';
import { BytesColumn } from './bytes-column.js';
import type { Column } from './column.js';
import { BooleanColumn, FixedColumn, int32Column, int64Column, NullColumn, wideColumn } from './fixed-columns.js';
import { ListColumn, StructColumn, UnionColumn } from './nested-columns.js';

/** An empty column for values of an SQL type that Avro has values of. @param of What the column is, for errors */
export function columnOf(type: DataType, of: string): Column {
  switch (type.id) {
    case 'NULL':
      return new NullColumn();
    case 'BOOLEAN':
      return new BooleanColumn();
    case 'INTEGER':
      return int32Column(new Int32());
    case 'BIGINT':
      return int64Column(new Int64());
    case 'FLOAT':
      return new FixedColumn(new Float32(), (length) => new Float32Array(length));
    case 'DOUBLE':
      return new FixedColumn(new Float64(), (length) => new Float64Array(length));
    case 'DECIMAL':
      return wideColumn(new Decimal(type.scale, type.width, 128));
    case 'VARCHAR':
      return new BytesColumn(new Utf8(), of);
    case 'UUID':
      return new BytesColumn(new Utf8(), of);
    case 'BLOB':
      return new BytesColumn(new Binary());
    case 'DATE':
      return int32Column(new DateDay());
    case 'TIME':
      return int64Column(new TimeMicrosecond());
    case 'TIMESTAMP':
      return int64Column(new Timestamp(TimeUnit.MICROSECOND));
    case 'TIMESTAMP_MS':
      return int64Column(new Timestamp(TimeUnit.MILLISECOND));
    case 'TIMESTAMP_NS':
      return int64Column(new Timestamp(TimeUnit.NANOSECOND));
    case 'TIMESTAMP WITH TIME ZONE':
      return int64Column(new Timestamp(TimeUnit.MICROSECOND, 'UTC'));
    case 'INTERVAL':
      return wideColumn(new Interval(IntervalUnit.MONTH_DAY_NANO));
    case 'LIST':
      return ListColumn.ofLists(columnOf(type.child, of));
    case 'MAP':
      return ListColumn.ofMaps(StructColumn.ofEntries(columnOf(type.key, of), columnOf(type.value, of)));
    case 'STRUCT':
      return StructColumn.of(
        type.fields.map(({ name }) => name),
        type.fields.map((field) => columnOf(field.type, of)),
      );
    case 'UNION':
      return new UnionColumn(
        type.members.map(({ name }) => name),
        type.members.map((member) => columnOf(member.type, of)),
      );
    default:
      throw internalError('CODEC_TYPE', `${of} is asked for as ${typeToSql(type)}, which no value of Avro is read as`);
  }
}
