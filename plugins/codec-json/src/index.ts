export { JsonCodec } from './json-codec.js';
export { default } from './plugin.js';
