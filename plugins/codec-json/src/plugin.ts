import { CODECS, definePlugin } from '@arbalest/spi';
import { JsonCodec } from './json-codec.js';

export default definePlugin({
  register({ contribute }) {
    contribute(CODECS, (services) => new JsonCodec(services));
  },
});
