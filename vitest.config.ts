import { defineConfig } from 'vitest/config';
import { LongTestsFirst } from './core/workspace/long-tests-first.js';

export default defineConfig({
  ssr: { resolve: { conditions: ['arbalest-source', 'node'], externalConditions: ['arbalest-source'] } },
  resolve: { conditions: ['arbalest-source', 'node'] },
  test: {
    include: ['{core,plugins,sdk,proto,test,udf-runtimes}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongTestsFirst },
    server: { deps: { inline: [/@arbalest\//] } },
  },
});
