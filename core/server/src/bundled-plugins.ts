import type { BundledPlugins } from '@arbalest/kernel';

/** The plugins that come with the product. Only their manifests are read until one is needed. */
export const bundledPlugins: BundledPlugins = {
  packages: [
    '@arbalest/state-memory',
    '@arbalest/state-lmdb',
    '@arbalest/state-etcd',
    '@arbalest/codec-parquet',
    '@arbalest/codec-csv',
    '@arbalest/codec-json',
    '@arbalest/codec-arrow',
    '@arbalest/codec-avro',
    '@arbalest/catalog-files',
    '@arbalest/executor-duckdb',
    '@arbalest/executor-javascript',
    '@arbalest/executor-container',
    '@arbalest/authenticator-file',
    '@arbalest/gateway-flightsql',
  ],
  from: import.meta.url,
};
