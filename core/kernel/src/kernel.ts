import {
  CLOCK,
  CODEC_REGISTRY,
  FILE_ROOTS,
  LOG,
  PROCESS,
  SECRETS,
  userError,
  type Clock,
  type CodecRegistry,
  type Log,
  type PluginManifest,
  type ProcessInfo,
  type Randomness,
  type RegisterContext,
  type Services,
} from '@arbalest/spi';
import type { ArbalestConfig } from './config/config.js';
import { findPlugins } from './discovery/find-plugins.js';
import { fileRoots } from './files/file-roots.js';
import type { Kernel, KernelOptions, KernelState, PluginInfo } from './kernel-options.js';
import { Lifecycle, pluginFailed, type LoadedPlugin } from './lifecycle/lifecycle.js';
import { createLog } from './logging/stream-log.js';
import type { CheckedCandidate } from './manifest/candidate.js';
import { checkManifests } from './manifest/check-manifests.js';
import { compatibilityProblems } from './manifest/compatibility.js';
import { dependencyOrder } from './manifest/dependency-order.js';
import { pluginConfigs } from './plugin-config.js';
import { KnownSecrets } from './secrets/known-secrets.js';
import { ProcessSecrets } from './secrets/process-secrets.js';
import { strikingLog } from './secrets/striking-log.js';
import { codecRegistry } from './services/codec-registry.js';
import { ServiceRegistry } from './services/service-registry.js';
import { makeScratchDirectory, removeDirectory, sweepScratchDirectories } from './system/scratch-directory.js';
import { systemClock } from './system/system-clock.js';
import { systemRandomness } from './system/system-randomness.js';

/**
 * Finds, checks, orders, imports and starts the plugins of a process. Several kernels may live in one process and share nothing.
 *
 * @throws user error `PLUGINS_INVALID` with every problem of all plugins, before any of their code has run; what a plugin's `init` or `start`
 * threw, after everything that was begun has been stopped.
 */
export async function createKernel(options: KernelOptions): Promise<Kernel> {
  const kernel = new RunningKernel(options);
  try {
    await kernel.start();
    return kernel;
  } catch (thrown) {
    await kernel.stop();
    throw thrown;
  }
}

/** A plugin that passed all checks, and its section of the configuration. */
interface Accepted {
  readonly candidate: CheckedCandidate;
  readonly config: unknown;
}

class RunningKernel implements Kernel {
  readonly config: ArbalestConfig;
  readonly log: Log;
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly codecs: CodecRegistry;
  readonly #registry = new ServiceRegistry();
  readonly #known = new KnownSecrets();
  readonly #lifecycle: Lifecycle;
  readonly #options: KernelOptions;
  #state: KernelState = 'starting';
  #plugins: readonly PluginInfo[] = [];
  #scratch = '';
  #stopped?: Promise<void>;

  constructor(options: KernelOptions) {
    this.#options = options;
    this.config = options.config;
    this.log = strikingLog(options.log ?? createLog(options.config.log), this.#known);
    this.clock = options.clock ?? systemClock;
    this.randomness = options.randomness ?? systemRandomness();
    this.codecs = codecRegistry(this.#registry);
    const { startTimeoutMs = 30_000, stopTimeoutMs = 5_000 } = options;
    this.#lifecycle = new Lifecycle({ services: this.#registry, log: this.log, startTimeoutMs, stopTimeoutMs });
  }

  get state(): KernelState {
    return this.#state;
  }

  get services(): Services {
    return this.#registry;
  }

  get plugins(): readonly PluginInfo[] {
    return this.#plugins;
  }

  get scratchDirectory(): string {
    return this.#scratch;
  }

  async start(): Promise<void> {
    const accepted = await this.#accept();
    this.#scratch = await makeScratchDirectory(this.randomness.id('k'));
    this.#provideServices();
    this.#registry.provide(FILE_ROOTS, await fileRoots(this.config, this.#options.role, this.#scratch));
    const loaded = await Promise.all(accepted.map((entry) => this.#import(entry)));
    accepted.forEach((entry, index) => this.#register(entry, loaded[index]!));
    this.#plugins = accepted.map(({ candidate }) => pluginInfo(candidate));
    await this.#lifecycle.start(loaded, this.#options.signal);
    if (this.#state === 'starting') this.#state = 'running';
    void this.#sweep();
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  /** All that can be said against any plugin is said at once, before anything of them is imported. */
  async #accept(): Promise<readonly Accepted[]> {
    const { config, role, bundled, inline = [], skip = () => false } = this.#options;
    const found = await findPlugins({ bundled, inline, load: config.plugins.load, baseDirectory: config.baseDirectory });
    const manifests = checkManifests(found.candidates);
    const configs = pluginConfigs(
      manifests.good.map(({ manifest }) => manifest),
      config.plugin,
    );
    const wanted = manifests.good.filter(({ manifest }) => hasRole(manifest, role) && !skip(manifest));
    const { order, problems } = dependencyOrder(wanted, new Set(manifests.good.map(({ manifest }) => manifest.id)));
    refuse([
      ...found.problems,
      ...manifests.problems,
      ...compatibilityProblems(manifests.good, config.plugins.allowIncompatible),
      ...configs.problems,
      ...problems,
    ]);
    return order.map((candidate) => ({ candidate, config: configs.configs.get(candidate.manifest.id) }));
  }

  async #import({ candidate }: Accepted): Promise<LoadedPlugin> {
    const { id } = candidate.manifest;
    try {
      return { id, plugin: await candidate.load(), closers: [] };
    } catch (thrown) {
      throw pluginFailed(id, 'import', thrown);
    }
  }

  #register({ candidate, config }: Accepted, { id, plugin, closers }: LoadedPlugin): void {
    let open = true;
    const context: RegisterContext<unknown> = {
      config,
      log: this.log.with({ plugin: id }),
      contribute: (to, factory, close) => {
        if (!open) throw new Error(`contribute(${to.name}) was called after register had returned`);
        this.#registry.contribute(to, () => {
          const service = factory(this.#registry);
          if (close !== undefined) closers.push(() => close(service));
          return this.#options.decorate?.(to, service) ?? service;
        });
      },
    };
    try {
      plugin.register(context);
    } catch (thrown) {
      throw pluginFailed(candidate.manifest.id, 'register', thrown);
    } finally {
      open = false;
    }
  }

  #provideServices(): void {
    const { config, role, memoryBytes, threads } = this.#options;
    const info: ProcessInfo = Object.freeze({
      role,
      scratchDirectory: this.#scratch,
      dataDirectory: config.dataDirectory,
      baseDirectory: config.baseDirectory,
      memoryBytes: memoryBytes ?? config.executor.memory,
      threads: threads ?? config.executor.threads,
    });
    this.#registry.provide(LOG, this.log);
    this.#registry.provide(CLOCK, this.clock);
    this.#registry.provide(CODEC_REGISTRY, this.codecs);
    this.#registry.provide(PROCESS, info);
    this.#options.provide?.((of, service) => this.#registry.provide(of, service));
    this.#registry.provide(SECRETS, new ProcessSecrets({ baseDirectory: config.baseDirectory, known: this.#known }));
  }

  async #sweep(): Promise<void> {
    for (const name of await sweepScratchDirectories())
      this.log.debug('Removed the scratch folder of a process that is gone', { folder: name });
  }

  async #stop(): Promise<void> {
    this.#state = 'stopping';
    await this.#lifecycle.stop();
    if (this.#scratch !== '' && !(await removeDirectory(this.#scratch))) {
      this.log.warn('The scratch folder could not be removed', { folder: this.#scratch });
    }
    this.#state = 'stopped';
  }
}

function hasRole({ roles }: PluginManifest, role: KernelOptions['role']): boolean {
  return role === 'embedded' || roles === undefined || roles.includes(role);
}

function refuse(problems: readonly string[]): void {
  if (problems.length === 0) return;
  const heading = problems.length === 1 ? 'The plugins cannot be loaded' : `The plugins cannot be loaded, for ${problems.length} reasons`;
  throw userError('PLUGINS_INVALID', `${heading}:\n  ${problems.join('\n  ')}`, { notes: problems });
}

function pluginInfo({ manifest, name, version, source, folder }: CheckedCandidate): PluginInfo {
  const { id, kind, spi, roles = ['scheduler', 'executor'] } = manifest;
  return Object.freeze({ id, kind, name, version, spi, roles, source, ...(folder !== undefined && { folder }) });
}
