export { Kernel } from './partition/kernel.js';
export { KernelPool } from './partition/kernel-pool.js';
export { PartitionSplitter } from './partition/partition-splitter.js';
export type { PartitionBatch } from './partition/partition-splitter.js';
