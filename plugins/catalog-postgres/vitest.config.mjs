import { defineConfig } from 'vitest/config';

/** For `arbalest plugin check`, which runs the tests of this package alone. */
export default defineConfig({ test: { include: ['src/**/*.test.ts'], testTimeout: 60_000 } });
