import { CODECS, definePlugin } from '@arbalest/spi';
import { LineCodec, type LineCodecConfig } from './line-codec.js';

export default definePlugin<LineCodecConfig>({
  register({ config, contribute }) {
    contribute(CODECS, () => new LineCodec(config));
  },
});
