export { ParquetCodec } from './parquet-codec.js';
export { default } from './plugin.js';
