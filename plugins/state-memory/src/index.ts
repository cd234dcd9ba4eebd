export { default } from './plugin.js';
export { MemoryStateStore } from './memory-state-store.js';
