export { openEmbedded } from './open-embedded.js';
export type { EmbeddedOptions, EmbeddedTransport } from './open-embedded.js';
export { startExecutor } from './start-executor.js';
export type { RunningExecutor } from './start-executor.js';
export { startScheduler } from './start-scheduler.js';
export type { RunningScheduler } from './start-scheduler.js';
export { startStandalone } from './start-standalone.js';
export type { RunningStandalone, StandaloneOptions } from './start-standalone.js';
export { VERSION } from './version.js';
