import { frontendConformance } from '@arbalest/plugin-sdk/conformance';
import { FRONTENDS } from '@arbalest/spi';
import { loadOurPlugin } from '../our-plugin.js';

frontendConformance('duckdb', {
  open: async () => {
    const { services, close } = await loadOurPlugin('executor-duckdb');
    const frontend = services.get(FRONTENDS);
    return {
      id: frontend.id,
      parse: (script) => frontend.parse(script),
      plan: (query, context) => frontend.plan(query, context),
      async close() {
        await frontend.close();
        await close();
      },
    };
  },
});
