import { arrow } from '@arbalest/proto';
import { Bool, Field, Int32, List, Utf8 } from 'apache-arrow';
import { metadataCall } from '../metadata-call.js';
import { optional, required } from '../metadata-table.js';
import { XDBC_TYPES, type XdbcType } from './xdbc-types.js';

const { CommandGetXdbcTypeInfo, Nullable, Searchable, XdbcDataType } = arrow.flight.protocol.sql;

export const getXdbcTypeInfo = metadataCall({
  decode: (value) => CommandGetXdbcTypeInfo.decode(value),
  columns: () => [
    required('type_name', new Utf8()),
    required('data_type', new Int32()),
    optional('column_size', new Int32()),
    optional('literal_prefix', new Utf8()),
    optional('literal_suffix', new Utf8()),
    optional('create_params', new List(new Field('item', new Utf8(), false))),
    required('nullable', new Int32()),
    required('case_sensitive', new Bool()),
    required('searchable', new Int32()),
    optional('unsigned_attribute', new Bool()),
    required('fixed_prec_scale', new Bool()),
    optional('auto_increment', new Bool()),
    optional('local_type_name', new Utf8()),
    optional('minimum_scale', new Int32()),
    optional('maximum_scale', new Int32()),
    required('sql_data_type', new Int32()),
    optional('datetime_subcode', new Int32()),
    optional('num_prec_radix', new Int32()),
    optional('interval_precision', new Int32()),
  ],
  rows: ({ dataType: wanted }) => XDBC_TYPES.filter(({ dataType }) => (wanted ?? dataType) === dataType).sort(byCode).map(row), // prettier-ignore
});

function byCode(a: XdbcType, b: XdbcType): number {
  return a.dataType - b.dataType || (a.name < b.name ? -1 : 1);
}

function row(type: XdbcType): readonly unknown[] {
  const { name, dataType, size, prefix, suffix, parameters, caseSensitive = false, number, subcode } = type;
  return [
    ...[name, dataType, size, prefix, suffix, parameters, Nullable.NULLABILITY_NULLABLE, caseSensitive, Searchable.SEARCHABLE_FULL],
    ...[number?.unsigned, false, number && false, undefined, number?.scales?.[0], number?.scales?.[1]],
    ...[subcode === undefined ? dataType : XdbcDataType.XDBC_DATETIME, subcode, number?.radix, undefined],
  ];
}
