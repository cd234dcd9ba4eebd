import { createKernel, type Kernel, resolveConfig } from '@arbalest/kernel';
import { type Clock, type Codec, CODECS, definePlugin, type Log, type Plugin, type PluginManifest, silentLog } from '@arbalest/spi';
import { temporaryFolder } from './temporary-folder.js';

export interface LoadPluginOptions {
  /** The `arbalest` block of the plugin's package.json. */
  readonly manifest: PluginManifest;
  /** The plugin's section of the configuration. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Other plugins, loaded before. */
  readonly beside?: readonly PluginBeside[];
  /** Codecs that are to be in the process. */
  readonly codecs?: readonly Codec[];
  /** @default all of the plugins that are named here, whatever roles they have */
  readonly role?: 'scheduler' | 'executor' | 'embedded';
  readonly clock?: Clock;
  /** @default one that says nothing */
  readonly log?: Log;
}

export interface PluginBeside {
  readonly manifest: PluginManifest;
  readonly plugin: Plugin;
  readonly config?: Readonly<Record<string, unknown>>;
}

/** A kernel with one plugin in it, and a data folder that goes when it stops. */
export type LoadedPlugin = Pick<Kernel, 'services' | 'codecs' | 'config' | 'scratchDirectory'> &
  AsyncDisposable & {
    readonly dataDirectory: string;
    /** Stops the plugin and removes the folders. Never throws; later calls do nothing. */
    readonly close: () => Promise<void>;
  };

/**
 * Registers a plugin in a kernel, as a process does, and starts it.
 *
 * @throws user error `PLUGINS_INVALID` for a wrong manifest or configuration
 */
export async function loadPlugin(plugin: Plugin, options: LoadPluginOptions): Promise<LoadedPlugin> {
  const { manifest, config, beside = [], codecs = [], role = 'embedded', clock, log = silentLog } = options;
  const folder = await temporaryFolder('arbalest-plugin-');
  const plugins = [...(codecs.length > 0 ? [codecsPlugin(codecs)] : []), ...beside, { manifest, plugin, ...(config && { config }) }];
  try {
    const kernel = await createKernel({
      config: resolveConfig({
        dataDirectory: folder.path,
        executor: { threads: 2, memory: '1GB' },
        plugin: Object.fromEntries(plugins.flatMap((loaded) => (loaded.config ? [[loaded.manifest.id, loaded.config]] : []))),
      }),
      role,
      inline: plugins,
      log,
      ...(clock && { clock }),
    });
    return loaded(kernel, folder);
  } catch (thrown) {
    await folder[Symbol.asyncDispose]();
    throw thrown;
  }
}

function loaded(kernel: Kernel, folder: Awaited<ReturnType<typeof temporaryFolder>>): LoadedPlugin {
  let closed: Promise<void> | undefined;
  const close = () => (closed ??= kernel.stop().then(() => folder[Symbol.asyncDispose]()));
  const { services, codecs, config, scratchDirectory } = kernel;
  return { services, codecs, config, scratchDirectory, dataDirectory: folder.path, close, [Symbol.asyncDispose]: close };
}

function codecsPlugin(codecs: readonly Codec[]): PluginBeside {
  return {
    manifest: { kind: 'codec', id: 'codecs-of-the-test', spi: '^1.0' },
    plugin: definePlugin({
      register({ contribute }) {
        for (const codec of codecs) contribute(CODECS, () => codec);
      },
    }),
  };
}
