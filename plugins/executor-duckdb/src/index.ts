export { DuckDbExecutor } from './engine/duckdb-executor.js';
export type { DuckDbExecutorOptions } from './engine/duckdb-executor.js';
export type { ExtensionOptions, S3Options } from './extensions.js';
export { DuckDbFrontend } from './frontend/duckdb-frontend.js';
export type { DuckDbConfig } from './plugin.js';
export { default } from './plugin.js';
