export { benchmarkData } from './benchmark-data.js';
export type { BenchmarkData, BenchmarkName, BenchmarkQuery } from './benchmark-data.js';
export { duckdbExtension } from './duckdb-extension.js';
export { cacheRoot, workspaceRoot } from './workspace-paths.js';
