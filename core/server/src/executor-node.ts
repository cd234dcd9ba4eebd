import { ExecutorNode, type ExecutorObserver } from '@arbalest/executor';
import type { ClientTls } from '@arbalest/flight';
import type { Kernel } from '@arbalest/kernel';
import { decodePlan } from '@arbalest/plan';
import { EXECUTORS, type Executor, internalError, PROCESS } from '@arbalest/spi';
import { join } from 'node:path';
import { VERSION } from './version.js';

export interface ExecutorIdentity {
  readonly id: string;
  /** Flight address for exchanges; asked once the server listens. */
  readonly address: () => string;
  /** With which other executors are reached. */
  readonly tls?: ClientTls;
}

/** An executor made of the engines that the kernel's plugins offer; not yet connected. */
export function createExecutorNode(kernel: Kernel, identity: ExecutorIdentity, observer?: ExecutorObserver): ExecutorNode {
  const engines = enginesInTurn(kernel);
  if (engines.length === 0) throw internalError('ENGINE_MISSING', 'No loaded plugin offers an engine; the bundled one is executor-duckdb');
  const { threads, memoryBytes } = kernel.services.get(PROCESS);
  return new ExecutorNode({
    ...identity,
    ...(observer ? { observer } : {}),
    engines,
    threads,
    memoryBytes,
    slots: kernel.config.executor.slots,
    exchangeMemoryBytes: Math.min(kernel.config.exchange.memory, Math.floor(memoryBytes / 4)),
    spillDirectory: kernel.config.exchange.spillDirectory ?? join(kernel.scratchDirectory, 'spill'),
    decodePlan,
    plugins: kernel.plugins.map(({ id, kind, version }) => ({ id, kind, version })),
    version: VERSION,
    clock: kernel.clock,
    randomness: kernel.randomness,
    log: kernel.log.with({ executor: identity.id }),
  });
}

/** Those loaded by configuration, in their order, before the bundled ones: a fragment is the first engine's that takes it. */
function enginesInTurn(kernel: Kernel): readonly Executor[] {
  const bundled = new Set(kernel.plugins.filter(({ source }) => source === 'bundled').map(({ id }) => id));
  // A bundled engine has its plugin's name.
  const [ours, others] = [true, false].map((isOurs) => kernel.services.all(EXECUTORS).filter(({ id }) => bundled.has(id) === isOurs));
  return [...others!, ...ours!];
}

export async function closeEngines(kernel: Kernel): Promise<void> {
  await Promise.allSettled(kernel.services.all(EXECUTORS).map((engine) => engine.close()));
}
