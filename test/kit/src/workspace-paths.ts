import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The checkout's root folder, with a trailing separator. */
export const workspaceRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Where tests and benchmarks keep what is slow to make: data sets, extensions, Python environments. Ignored by git; safe to delete. */
export const cacheRoot = process.env['ARBALEST_TEST_CACHE'] ?? join(workspaceRoot, '.arbalest', 'cache');
