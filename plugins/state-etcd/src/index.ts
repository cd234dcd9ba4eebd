export { default } from './plugin.js';
export type { EtcdConfig } from './plugin.js';
export { EtcdStateStore } from './etcd-state-store.js';
export type { EtcdStateStoreOptions } from './etcd-state-store.js';
