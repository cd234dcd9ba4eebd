import { CODECS, definePlugin } from '@arbalest/spi';
import { ParquetCodec } from './parquet-codec.js';

export default definePlugin({
  register({ contribute }) {
    contribute(CODECS, (services) => new ParquetCodec(services));
  },
});
