export type {
  ArbalestConfig,
  ConfigInput,
  ExchangeConfig,
  ExecutorConfig,
  HttpConfig,
  LimitsConfig,
  LogConfig,
  PluginsConfig,
  SchedulerConfig,
  SecurityConfig,
  TlsConfig,
} from './config/config.js';
export { loadConfig, resolveConfig } from './config/load-config.js';
export type { LoadConfigOptions } from './config/load-config.js';
export { CONFIG_SCHEMA } from './config/schema.js';
export { parseSize } from './config/size.js';
export { isExposed } from './files/exposure.js';
export { createKernel } from './kernel.js';
export type { BundledModule, BundledPlugins, InlinePlugin, Kernel, KernelOptions, KernelState, PluginInfo } from './kernel-options.js';
export { packageEntry as pluginEntry } from './discovery/package-entry.js';
export { checkManifests } from './manifest/check-manifests.js';
export type { ManifestCheck } from './manifest/check-manifests.js';
export { compatibilityProblems } from './manifest/compatibility.js';
export type { Candidate as PluginCandidate } from './manifest/candidate.js';
export { surveyPlugins } from './survey-plugins.js';
export type { SurveyedPlugin } from './survey-plugins.js';
export { createLog } from './logging/stream-log.js';
export type { LogOptions } from './logging/stream-log.js';
export { systemClock } from './system/system-clock.js';
export { systemRandomness } from './system/system-randomness.js';
