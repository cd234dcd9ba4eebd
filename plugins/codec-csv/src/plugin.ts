import { CODECS, definePlugin } from '@arbalest/spi';
import { CsvCodec } from './csv-codec.js';

export default definePlugin({
  register({ contribute }) {
    contribute(CODECS, (services) => new CsvCodec(services));
  },
});
