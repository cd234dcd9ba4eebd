import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import workspace from '../../../../../vitest.config.js';

/** The workspace's own, for the files of this folder, with little patience: most of what is wrong here never ends. */
const { include: _, ...test } = workspace.test;
export default mergeConfig(
  { ...workspace, test },
  {
    root: fileURLToPath(new URL('../../../../..', import.meta.url)),
    test: {
      include: ['sdk/plugin/src/conformance/wrong/*.wrong.ts'],
      testTimeout: 15_000,
      hookTimeout: 30_000,
      expect: { poll: { timeout: 1_500 } },
      env: { ARBALEST_CONFORMANCE_DEADLINE_MS: '1500' },
    },
  },
);
