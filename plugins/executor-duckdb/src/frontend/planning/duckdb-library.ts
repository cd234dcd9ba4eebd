import { createRequire } from 'node:module';

/**
 * DuckDB's package for Node, loaded when this module is. It is CommonJS of some hundred files: `require` takes a tenth of a second, an `import`,
 * which has to find the names of all exports first, several times that.
 */
export const duckdb = createRequire(import.meta.url)('@duckdb/node-api') as typeof import('@duckdb/node-api');
