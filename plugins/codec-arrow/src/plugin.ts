import { CODECS, definePlugin } from '@arbalest/spi';
import { ArrowCodec } from './arrow-codec.js';

export default definePlugin({
  register({ contribute }) {
    contribute(CODECS, () => new ArrowCodec());
  },
});
