import { CODECS, definePlugin } from '@arbalest/spi';
import { AvroCodec } from './avro-codec.js';

export default definePlugin({
  register({ contribute }) {
    contribute(CODECS, () => new AvroCodec());
  },
});
