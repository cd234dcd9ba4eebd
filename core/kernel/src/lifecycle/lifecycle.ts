import { internalError, isArbalestError, type ArbalestError, type Log, type Plugin, type Services } from '@arbalest/spi';
import { DeadlinePassed, withDeadline } from './deadline.js';

export interface LoadedPlugin {
  readonly id: string;
  readonly plugin: Plugin;
  /** Free the services that it contributed and that were made, latest first. */
  readonly closers: (() => Promise<void>)[];
}

export interface LifecycleOptions {
  readonly services: Services;
  readonly log: Log;
  readonly startTimeoutMs: number;
  readonly stopTimeoutMs: number;
}

/** Takes plugins through `init`, `start` and `stop`, in their order and back. */
export class Lifecycle {
  /** Plugins whose `init` was begun: those that must be stopped. */
  readonly #begun: LoadedPlugin[] = [];
  readonly #options: LifecycleOptions;

  constructor(options: LifecycleOptions) {
    this.#options = options;
  }

  /** @throws internal error `PLUGIN_FAILED`, or the plugin's own error, when a plugin fails or takes too long. Stopping is the caller's then. */
  async start(plugins: readonly LoadedPlugin[], signal?: AbortSignal): Promise<void> {
    const { services } = this.#options;
    for (const loaded of plugins) {
      this.#begun.push(loaded);
      await this.#run(loaded, 'init', signal, async (abort) => loaded.plugin.init?.(services, abort));
    }
    for (const loaded of plugins) {
      await this.#run(loaded, 'start', signal, async (abort) => loaded.plugin.start?.(services, abort));
    }
  }

  /** Never throws: what fails or hangs is logged and left behind. */
  async stop(): Promise<void> {
    const { log, stopTimeoutMs } = this.#options;
    for (let loaded = this.#begun.pop(); loaded !== undefined; loaded = this.#begun.pop()) {
      const { id, plugin, closers } = loaded;
      try {
        await withDeadline(stopTimeoutMs, undefined, async (abort) => {
          await plugin.stop?.(abort);
          for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close();
        });
      } catch (thrown) {
        const hung = thrown instanceof DeadlinePassed;
        log.error(hung ? 'Plugin did not stop in time and was abandoned' : 'Plugin failed to stop', {
          plugin: id,
          cause: (thrown as Error).message,
        });
      }
    }
  }

  async #run(
    { id }: LoadedPlugin,
    phase: 'init' | 'start',
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> {
    try {
      await withDeadline(this.#options.startTimeoutMs, signal, work);
    } catch (thrown) {
      throw pluginFailed(id, phase, thrown);
    }
  }
}

/** A plugin's own error keeps its family and code and says whose it is; anything else becomes an internal one. */
export function pluginFailed(id: string, phase: string, thrown: unknown): ArbalestError {
  if (isArbalestError(thrown)) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return internalError('PLUGIN_FAILED', `The plugin "${id}" failed in ${phase}: ${message}`, { cause: thrown });
}
