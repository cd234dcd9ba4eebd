export { AvroCodec } from './avro-codec.js';
export { default } from './plugin.js';
