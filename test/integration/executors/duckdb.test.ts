import { executorConformance } from '@arbalest/plugin-sdk/conformance';
import { EXECUTORS } from '@arbalest/spi';
import { loadOurPlugin } from '../our-plugin.js';

executorConformance('duckdb', {
  open: async (codec) => {
    const { services, close } = await loadOurPlugin('executor-duckdb', [], { codecs: [codec] });
    return { executor: services.get(EXECUTORS), close };
  },
});
