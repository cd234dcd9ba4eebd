import { CLOCK, definePlugin, STATE_STORES } from '@arbalest/spi';
import { MemoryStateStore } from './memory-state-store.js';

export default definePlugin({
  register({ contribute }) {
    contribute(STATE_STORES, (services) => new MemoryStateStore(services.get(CLOCK)));
  },
});
