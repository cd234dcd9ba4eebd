import { createKernel, type ArbalestConfig, type Kernel } from '@arbalest/kernel';
import type { PluginRole } from '@arbalest/spi';
import { bundledPlugins } from './bundled-plugins.js';

export interface KernelShare {
  readonly role: PluginRole | 'embedded';
  /** Budgets, where several kernels share a process. @default those of the configuration */
  readonly threads?: number;
  readonly memoryBytes?: number;
}

/** A kernel with the bundled plugins and those that the configuration names. */
export function startKernel(config: ArbalestConfig, share: KernelShare): Promise<Kernel> {
  return createKernel({ config, bundled: bundledPlugins, ...share });
}
