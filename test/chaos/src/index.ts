export { type ChaosCluster, startChaosCluster } from './cluster/chaos-cluster.js';
export type { Unit } from './cluster/unit.js';
export { type ChaosOptions, resolveOptions } from './options.js';
export { type ChaosReport, reportText } from './report.js';
export { runChaos } from './run-chaos.js';
