import { CLOCK, definePlugin, STATE_STORES } from '@arbalest/spi';
import { HeldState, type HeldStateConfig } from './held-state.js';

export default definePlugin<HeldStateConfig>({
  register({ config, contribute }) {
    contribute(
      STATE_STORES,
      (services) => new HeldState(config, services.get(CLOCK)),
      (store) => store.close(),
    );
  },
});
