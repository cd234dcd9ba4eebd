import { type Log, userError } from '@arbalest/spi';
import { containerSpec, FUNCTION_USER, SOCKET_NAME } from '@arbalest/udf-sandbox';
import type { ContainerProcess } from './container-process.js';
import { startContainer } from './container-process.js';
import { type DockerEngine, engineStatus, engineText } from './docker-engine.js';
import { startForwarder } from './forwarder.js';
import { readSecrets, type Resources } from './grants.js';
import type { Images, LocalImage } from './images.js';
import { LogRing } from './log-ring.js';
import { IMAGE_LABEL, OWNER_LABEL, sweepContainers } from './orphans.js';
import type { PoolOptions } from './pool-options.js';
import type { FolderRoot, PrivateFolders, UserId } from './private-folders.js';
import type { ServerProcess } from './server-process.js';

export interface ContainerStarterParts {
  readonly engine: DockerEngine;
  readonly images: Images;
  readonly folders: FolderRoot;
  readonly owner: string;
  readonly options: PoolOptions;
  readonly log: Log;
}

/** Starts servers in containers. */
export class ContainerStarter {
  readonly #parts: ContainerStarterParts;
  readonly #user: UserId;
  #swept: Promise<void> | undefined;

  constructor(parts: ContainerStarterParts) {
    this.#parts = parts;
    this.#user = serverUser(parts.options.docker.user);
  }

  /**
   * Starts a container of an image; it is not ready yet.
   *
   * @param image As the user called it, for names.
   * @throws user error `FUNCTION_START` or `FUNCTION_REFUSED`; transient error `ENGINE_UNREACHABLE`
   */
  async start(image: string, local: LocalImage, resources: Resources): Promise<ServerProcess> {
    const { engine, folders, options } = this.#parts;
    const features = await engine.features();
    refuseRuntime(resources.runtime, features.runtimes);
    await (this.#swept ??= this.#sweep());
    const secrets = await readSecrets(resources.secrets, options.grants);
    const log = new LogRing(Object.values(secrets));
    const own = await folders.make(this.#user);
    const spec = containerSpec({
      imageId: local.id,
      volumes: local.volumes,
      folders: this.#asEngineSees(own),
      user: this.#user,
      resources,
      secrets,
      limits: options.limits,
      labels: { [OWNER_LABEL]: this.#parts.owner, [IMAGE_LABEL]: image },
      stopMs: options.timeouts.stopMs,
      init: features.init,
    });
    try {
      const main = await startContainer({
        engine,
        name: (id) => `container ${id.slice(0, 12)} of ${image}`,
        spec,
        memoryBytes: resources.memoryBytes,
        folders: own,
        sockets: [`${own.shared.output}/${SOCKET_NAME}`],
        log,
        stopMs: options.timeouts.stopMs,
      });
      return await this.#withForwarder(main, resources.port === undefined ? local.ports : [resources.port], resources.port !== undefined);
    } catch (error) {
      if (engineStatus(error) === 404) this.#parts.images.forget(local);
      throw engineStatus(error) === undefined
        ? error
        : userError('FUNCTION_START', `A container of ${image} could not be started: ${log.redact(engineText(error))}`);
    }
  }

  /** A server that listens on TCP is not reached from here: a forwarder beside it makes a Unix socket of its port. */
  async #withForwarder(main: ContainerProcess, ports: readonly number[], insisted: boolean): Promise<ServerProcess> {
    const [port] = ports;
    if (port === undefined || (ports.length > 1 && !insisted)) return main;
    try {
      return await startForwarder(main, port, insisted, {
        ...this.#parts,
        user: this.#user,
        asEngineSees: (folders) => this.#asEngineSees(folders),
      });
    } catch (error) {
      await main.kill();
      throw error;
    }
  }

  #asEngineSees({ shared }: PrivateFolders) {
    const { folders, options } = this.#parts;
    const { engineFolder } = options;
    if (engineFolder === undefined) return shared;
    const moved = (path: string) => engineFolder + path.slice(folders.parent.length);
    return { input: moved(shared.input), output: moved(shared.output) };
  }

  async #sweep(): Promise<void> {
    const { engine, folders, log } = this.#parts;
    await sweepContainers(engine, log).catch((error: unknown) =>
      log.warn('Containers that executors left behind could not be looked for', { cause: (error as Error).message }),
    );
    await folders.sweep();
  }
}

/** Nobody's id, as many images call it; an executor that is not root shares its own, since it could not read or remove what another user writes. */
function serverUser(configured: string | undefined): UserId {
  const [uid, gid] = configured?.split(':').map(Number) ?? [];
  if (uid !== undefined) return { uid, gid: gid ?? uid };
  const own = process.getuid?.() ?? 0;
  return own === 0 ? FUNCTION_USER : { uid: own, gid: process.getgid?.() ?? own };
}

function refuseRuntime(runtime: string | undefined, offered: readonly string[]): void {
  if (runtime === undefined || offered.includes(runtime)) return;
  throw userError(
    'FUNCTION_REFUSED',
    `The function is to run under the container runtime "${runtime}", which this executor's container engine does not have (it has ${offered.join(', ')}); install it and add it to the engine's configuration, or choose another one`,
  );
}
