export { ArrowCodec } from './arrow-codec.js';
export { default } from './plugin.js';
