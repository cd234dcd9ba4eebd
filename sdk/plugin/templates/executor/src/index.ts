import { definePlugin, EXECUTORS } from '@arbalest/spi';
import { RelayExecutor } from './relay-executor.js';

export default definePlugin({
  register({ contribute }) {
    contribute(
      EXECUTORS,
      () => new RelayExecutor(),
      (executor) => executor.close(),
    );
  },
});
