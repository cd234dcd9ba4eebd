import { codecConformance } from '@arbalest/plugin-sdk/conformance';
import { LineCodec } from './line-codec.js';

codecConformance('plugin_name', {
  open: async () => ({ codec: new LineCodec({ sampleBytes: 65_536 }) }),
  extension: '.plugin-name',
  // A file without lines has no keys, and a line may lack any key.
  emptyHasColumns: false,
  tellsColumns: false,
});
