import { createKernel, type ArbalestConfig, type Kernel, type KernelOptions } from '@arbalest/kernel';
import type { PluginRole } from '@arbalest/spi';
import { bundledPlugins } from './bundled-plugins.js';
import { type StateChoice, withStateSection } from './state-choice.js';

export interface KernelShare {
  readonly role: PluginRole | 'embedded';
  /** @default in memory */
  readonly state?: StateChoice;
  readonly decorate?: KernelOptions['decorate'];
  readonly provide?: KernelOptions['provide'];
  /** Budgets, where several kernels share a process. @default those of the configuration */
  readonly threads?: number;
  readonly memoryBytes?: number;
}

export const IN_MEMORY: StateChoice = { plugin: 'memory', section: {} };

/** A kernel with the bundled plugins and those that the configuration names, and of those that keep state only the one that was chosen. */
export function startKernel(config: ArbalestConfig, { state = IN_MEMORY, ...share }: KernelShare): Promise<Kernel> {
  return createKernel({
    config: withStateSection(config, state),
    bundled: bundledPlugins,
    skip: ({ kind, id }) => kind === 'state' && id !== state.plugin,
    ...share,
  });
}
