import { join } from 'node:path';
import { CODEC_REGISTRY, definePlugin, ENGINE_QUERY, EXECUTORS, FRONTENDS, PROCESS, type Services } from '@arbalest/spi';
import { DuckDbExecutor } from './engine/duckdb-executor.js';
import { DuckDbEngineQuery } from './engine-query/duckdb-engine-query.js';
import { DuckDbFrontend } from './frontend/duckdb-frontend.js';

/** Nothing native is loaded before the first statement: a process that only forwards never pays for the engine. */
export default definePlugin({
  register({ contribute }) {
    contribute(FRONTENDS, () => new DuckDbFrontend());
    contribute(EXECUTORS, (services) => engine(services));
    contribute(ENGINE_QUERY, (services) => {
      const { memoryBytes, scratchDirectory } = services.get(PROCESS);
      return new DuckDbEngineQuery({
        threads: 1,
        memoryBytes,
        spillDirectory: join(scratchDirectory, 'duckdb'),
        loadStatement: (extension) => `LOAD ${extension}`,
        executor: () => services.get(EXECUTORS),
      });
    });
  },
});

function engine(services: Services): DuckDbExecutor {
  const { threads, memoryBytes, scratchDirectory } = services.get(PROCESS);
  return new DuckDbExecutor({ codecs: () => services.get(CODEC_REGISTRY), threads, memoryBytes, spillDirectory: join(scratchDirectory, 'duckdb') });
}
