import type { Authenticator } from './authenticator.js';
import type { Catalog } from './catalog.js';
import type { Clock } from './clock.js';
import type { Codec, CodecRegistry } from './codec.js';
import type { EngineQuery } from './engine-query.js';
import type { Executor } from './executor.js';
import type { FileRoots } from './file-roots.js';
import type { Frontend } from './frontend.js';
import type { Gateway } from './gateway.js';
import type { Launcher } from './launcher.js';
import type { Log } from './logging.js';
import type { ListenerSecurity, Login } from './login.js';
import type { Secrets } from './secrets.js';
import type { SqlService } from './sql-service.js';
import type { StateStore } from './state-store.js';

/** The version of these interfaces. Plugins state the range they were made for in their manifest. */
export const SPI_VERSION = '1.0.0';

export const PLUGIN_KINDS = ['catalog', 'codec', 'executor', 'frontend', 'state', 'gateway', 'launcher', 'authenticator'] as const;
export type PluginKind = (typeof PLUGIN_KINDS)[number];

/** The `arbalest` block of a plugin's package.json. */
export interface PluginManifest {
  readonly kind: PluginKind;
  /** Unique among the loaded plugins; lower case, digits and dashes. */
  readonly id: string;
  /** Semver range of `SPI_VERSION`, e.g. `^1.0`. */
  readonly spi: string;
  /** JSON Schema of the plugin's section in the configuration; defaults in it are filled in. No section is allowed when absent. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Ids of plugins that must be initialised before, and stopped after, this one. */
  readonly dependsOn?: readonly string[];
  /** Processes it is loaded in; both when absent. */
  readonly roles?: readonly PluginRole[];
}

export type PluginRole = 'scheduler' | 'executor';

/** Names a service. The symbol is `Symbol.for('arbalest.spi.X')`, so two copies of this package agree. The type parameter is what it resolves to. */
export interface Token<T> {
  readonly symbol: symbol;
  readonly name: string;
  /** Never set; carries the type. */
  readonly type?: T;
}

export function token<T>(name: string): Token<T> {
  return { symbol: Symbol.for(`arbalest.spi.${name}`), name };
}

/** Extension points: many plugins contribute to each. */
export const CATALOGS = token<Catalog>('Catalog');
export const CODECS = token<Codec>('Codec');
export const EXECUTORS = token<Executor>('Executor');
export const FRONTENDS = token<Frontend>('Frontend');
export const STATE_STORES = token<StateStore>('StateStore');
export const GATEWAYS = token<Gateway>('Gateway');
export const LAUNCHERS = token<Launcher>('Launcher');
export const AUTHENTICATORS = token<Authenticator>('Authenticator');
export const ENGINE_QUERY = token<EngineQuery>('EngineQuery');

/** Services that the kernel offers to plugins. */
export const LOG = token<Log>('Log');
export const CLOCK = token<Clock>('Clock');
export const CODEC_REGISTRY = token<CodecRegistry>('CodecRegistry');
export const PROCESS = token<ProcessInfo>('ProcessInfo');
export const SECRETS = token<Secrets>('Secrets');
export const FILE_ROOTS = token<FileRoots>('FileRoots');
/** Only in processes of schedulers. */
export const LOGIN = token<Login>('Login');
export const LISTENER_SECURITY = token<ListenerSecurity>('ListenerSecurity');
/** Only in processes of schedulers. */
export const SQL_SERVICE = token<SqlService>('SqlService');

/** What a plugin may want to know of the process it runs in. */
export interface ProcessInfo {
  readonly role: PluginRole | 'embedded';
  /** Folder for files that live as long as the process; made and removed by the kernel. */
  readonly scratchDirectory: string;
  /** Folder for files that outlive the process, e.g. managed tables and state. */
  readonly dataDirectory: string;
  /** Folder against which relative paths in the configuration are resolved. */
  readonly baseDirectory: string;
  /** Budgets of this process: bytes and threads for all its engines together. */
  readonly memoryBytes: number;
  readonly threads: number;
}

/** Handed to `register`. Nothing here may be called later. */
export interface RegisterContext<Config> {
  /** This plugin's section of the configuration: validated, defaults filled in, frozen. */
  readonly config: Config;
  readonly log: Log;
  /**
   * Says what there will be. The factory runs once in each kernel (several may live in one process), the first time the service is asked for,
   * after `init` of all plugins it depends on.
   *
   * @param close Frees what the factory made. Called by the kernel after this plugin's `stop`, within the same deadline, and only if the factory
   * has run. The way to free what belongs to one kernel: a plugin object is shared by all of them.
   */
  readonly contribute: <T>(to: Token<T>, factory: (services: Services) => T, close?: (service: T) => Promise<void>) => void;
}

/** Resolves what others contributed. */
export interface Services {
  /** @throws internal error `SERVICE_MISSING` when nobody offers it. */
  get<T>(of: Token<T>): T;
  /** All contributions, in the order of their plugins. */
  all<T>(of: Token<T>): readonly T[];
}

/**
 * A plugin. Phases, each for all plugins before the next begins: `register` (pure, synchronous; no I/O), `init` and `start` in order of
 * dependencies, then, once, `stop` in reverse order. `stop` follows also when a later plugin's `init` or `start` threw, for every plugin whose
 * `init` was begun.
 */
export interface Plugin<Config = unknown> {
  register(context: RegisterContext<Config>): void;
  /** Opens what is needed. The signal aborts when starting up takes too long. */
  init?(services: Services, signal: AbortSignal): Promise<void>;
  /** Begins work that others may see. */
  start?(services: Services, signal: AbortSignal): Promise<void>;
  /** Frees everything. What has not ended when the signal aborts is abandoned, and named in the log. */
  stop?(signal: AbortSignal): Promise<void>;
}

/** Gives a plugin its types. A plugin package's entry exports the result as `default`. */
export function definePlugin<Config = unknown>(plugin: Plugin<Config>): Plugin<Config> {
  return plugin;
}
