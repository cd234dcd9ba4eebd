export { CsvCodec } from './csv-codec.js';
export { default } from './plugin.js';
