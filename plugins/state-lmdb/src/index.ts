export { default } from './plugin.js';
export type { LmdbConfig } from './plugin.js';
export { LmdbStateStore } from './lmdb-state-store.js';
export type { LmdbStateStoreOptions } from './lmdb-state-store.js';
