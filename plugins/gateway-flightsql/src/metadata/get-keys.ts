import { arrow } from '@arbalest/proto';
import { Int32, Uint8, Utf8 } from 'apache-arrow';
import { metadataCall } from './metadata-call.js';
import { type MetadataColumn, optional, required } from './metadata-table.js';

const { CommandGetCrossReference, CommandGetExportedKeys, CommandGetImportedKeys, CommandGetPrimaryKeys } = arrow.flight.protocol.sql;

/** Tables have no keys: these answers have their columns and no rows. */
const none = (): readonly [] => [];

const foreignKeyColumns = (): readonly MetadataColumn[] => [
  optional('pk_catalog_name', new Utf8()),
  optional('pk_db_schema_name', new Utf8()),
  required('pk_table_name', new Utf8()),
  required('pk_column_name', new Utf8()),
  optional('fk_catalog_name', new Utf8()),
  optional('fk_db_schema_name', new Utf8()),
  required('fk_table_name', new Utf8()),
  required('fk_column_name', new Utf8()),
  required('key_sequence', new Int32()),
  optional('fk_key_name', new Utf8()),
  optional('pk_key_name', new Utf8()),
  required('update_rule', new Uint8()),
  required('delete_rule', new Uint8()),
];

export const getPrimaryKeys = metadataCall({
  decode: (value) => CommandGetPrimaryKeys.decode(value),
  columns: () => [
    optional('catalog_name', new Utf8()),
    optional('db_schema_name', new Utf8()),
    required('table_name', new Utf8()),
    required('column_name', new Utf8()),
    optional('key_name', new Utf8()),
    required('key_sequence', new Int32()),
  ],
  rows: none,
});

export const getExportedKeys = metadataCall({
  decode: (value) => CommandGetExportedKeys.decode(value),
  columns: foreignKeyColumns,
  rows: none,
});

export const getImportedKeys = metadataCall({
  decode: (value) => CommandGetImportedKeys.decode(value),
  columns: foreignKeyColumns,
  rows: none,
});

export const getCrossReference = metadataCall({
  decode: (value) => CommandGetCrossReference.decode(value),
  columns: foreignKeyColumns,
  rows: none,
});
