import type { Clock, CodecRegistry, Log, Plugin, PluginManifest, PluginRole, Randomness, Services, Token } from '@arbalest/spi';
import type { ArbalestConfig } from './config/config.js';

export interface KernelOptions {
  /** From `loadConfig` or `resolveConfig`. */
  readonly config: ArbalestConfig;
  /** Which plugins are loaded: those whose manifest names this role, or none. `embedded` loads all of them. */
  readonly role: PluginRole | 'embedded';
  /** The plugins that come with the product. */
  readonly bundled?: BundledPlugins;
  /** Plugins that are there already, e.g. a test's own; loaded after the bundled ones and before those of the configuration. */
  readonly inline?: readonly InlinePlugin[];
  /** Plugins that are known, so that their sections are checked, but not loaded. @default none */
  readonly skip?: (manifest: PluginManifest) => boolean;
  /** Called once for each service that a plugin contributes, when it is made; what it returns is what everybody gets. @default the service itself */
  readonly decorate?: <T>(token: Token<T>, service: T) => T;
  /** Services of the process, offered to plugins beside the kernel's own. @default none */
  readonly provide?: (offer: <T>(of: Token<T>, service: T) => void) => void;
  /** Budgets of this process, passed on to plugins. @default those of `config.executor` */
  readonly memoryBytes?: number;
  readonly threads?: number;
  /** @default a log to standard error as `config.log` says */
  readonly log?: Log;
  readonly clock?: Clock;
  readonly randomness?: Randomness;
  /** How long `init` and `start` of one plugin may take. @default 30000 */
  readonly startTimeoutMs?: number;
  /** How long `stop` of one plugin may take before it is abandoned. @default 5000 */
  readonly stopTimeoutMs?: number;
  /** Aborts starting up. */
  readonly signal?: AbortSignal;
}

/** Package names and the module (`import.meta.url`) from which they are resolved. */
export interface BundledPlugins {
  readonly packages: readonly string[];
  readonly from: string;
  /** Packages that are part of the same bundle as the kernel, by name: nothing is looked for on disk. */
  readonly modules?: Readonly<Record<string, BundledModule>>;
}

export interface BundledModule {
  readonly version: string;
  /** The `arbalest` block of its package.json. */
  readonly manifest: unknown;
  /** Imports the package. Called only when the plugin is to be loaded. */
  load(): Promise<{ readonly default?: unknown }>;
}

export interface InlinePlugin {
  readonly manifest: PluginManifest;
  /** For messages. @default the manifest's id */
  readonly name?: string;
  readonly version?: string;
  readonly plugin: Plugin;
}

/** A plugin that was loaded. */
export interface PluginInfo {
  readonly id: string;
  readonly kind: PluginManifest['kind'];
  /** npm package name. */
  readonly name: string;
  readonly version: string;
  readonly spi: string;
  readonly roles: readonly PluginRole[];
  readonly source: 'bundled' | 'inline' | 'package' | 'folder';
  /** Folder it was found in; absent for inline plugins and those that are part of a bundle. */
  readonly folder?: string;
}

/**
 * `starting` → `running` → `stopping` → `stopped`. A kernel that could not start goes from `starting` to `stopping` by itself.
 */
export type KernelState = 'starting' | 'running' | 'stopping' | 'stopped';

export interface Kernel extends AsyncDisposable {
  readonly state: KernelState;
  readonly config: ArbalestConfig;
  readonly services: Services;
  readonly codecs: CodecRegistry;
  readonly log: Log;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** In the order in which they were initialised. */
  readonly plugins: readonly PluginInfo[];
  readonly scratchDirectory: string;
  /** Stops all plugins in reverse order and removes the scratch folder. Never throws; later calls return the first one's promise. */
  stop(): Promise<void>;
}
