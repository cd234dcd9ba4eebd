export { default } from './plugin.js';
export type { ContainerConfig } from './plugin.js';
