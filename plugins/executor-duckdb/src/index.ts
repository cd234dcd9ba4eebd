export { DuckDbExecutor } from './engine/duckdb-executor.js';
export type { DuckDbExecutorOptions } from './engine/duckdb-executor.js';
export { default } from './plugin.js';
