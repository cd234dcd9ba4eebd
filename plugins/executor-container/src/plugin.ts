import { definePlugin, EXECUTORS, PROCESS } from '@arbalest/spi';
import { InvokeEngine } from './engine/invoke-engine.js';
import { createPool } from './server/create-pool.js';
import type { PoolOptions } from './server/pool-options.js';

/** The section of the configuration; package.json has its schema and defaults. */
export interface ContainerConfig extends Omit<PoolOptions, 'timeouts'> {
  readonly timeouts: PoolOptions['timeouts'] & { readonly batchMs: number };
}

/** The engine that calls users' functions. No container engine is asked for before a function is called. */
export default definePlugin<ContainerConfig>({
  register({ config, log, contribute }) {
    contribute(
      EXECUTORS,
      (services) => {
        const pool = createPool(config, { log, cpus: services.get(PROCESS).threads });
        return new InvokeEngine({ pool, timeoutMs: config.timeouts.batchMs });
      },
      (engine) => engine.close(),
    );
  },
});
