import { userError } from '@arbalest/spi';
import { containerSpec, OUTPUT_FOLDER, SOCKET_NAME } from '@arbalest/udf-sandbox';
import { type ContainerProcess, startContainer } from './container-process.js';
import type { DockerEngine } from './docker-engine.js';
import type { SharedFolders } from './function-server.js';
import type { Images } from './images.js';
import type { LogRing } from './log-ring.js';
import { IMAGE_LABEL, OWNER_LABEL } from './orphans.js';
import type { PoolOptions } from './pool-options.js';
import type { FolderRoot, PrivateFolders, UserId } from './private-folders.js';
import type { ServerProcess } from './server-process.js';

export interface ForwarderParts {
  readonly engine: DockerEngine;
  readonly images: Images;
  readonly folders: FolderRoot;
  readonly owner: string;
  readonly options: PoolOptions;
  readonly user: UserId;
  readonly asEngineSees: (folders: PrivateFolders) => SharedFolders;
}

const MEMORY_BYTES = 64 * 1024 * 1024;

/**
 * Puts a container beside a server that listens on TCP only: in the server's network, where nobody else is, it takes connections on a Unix socket and passes them on to the port. The
 * same sandbox holds it.
 *
 * @param insisted False when it is only a guess that the server listens on that port: it goes on without when there is no image for it.
 */
export async function startForwarder(
  main: ContainerProcess,
  port: number,
  insisted: boolean,
  parts: ForwarderParts,
): Promise<ServerProcess> {
  const { engine, folders, options, user } = parts;
  const image = await forwarderImage(parts, insisted);
  if (image === undefined) return main;
  const own = await folders.make(user);
  const spec = containerSpec({
    imageId: image,
    volumes: [],
    folders: parts.asEngineSees(own),
    user,
    resources: {
      memoryBytes: MEMORY_BYTES,
      cpus: options.limits.cpus ?? 1,
      environment: {},
      gpus: 0,
      network: `container:${main.id}`,
    },
    secrets: {},
    limits: { ...options.limits, processes: 64 },
    labels: { [OWNER_LABEL]: parts.owner, [IMAGE_LABEL]: options.forwarder.image },
    stopMs: 0,
    init: false,
  });
  const { Hostname: _, ...inItsNetwork } = spec;
  const socket = `${OUTPUT_FOLDER}/${SOCKET_NAME}`;
  const beside = await startContainer({
    engine,
    name: (id) => `forwarder ${id.slice(0, 12)}`,
    spec: { ...inItsNetwork, Cmd: ['-b', '1048576', `UNIX-LISTEN:${socket},fork,mode=0666`, `TCP4:127.0.0.1:${port},nodelay`] },
    memoryBytes: MEMORY_BYTES,
    folders: own,
    sockets: [`${own.shared.output}/${SOCKET_NAME}`],
    log: main.log,
    stopMs: 0,
  });
  return new ForwardedServer(main, beside);
}

async function forwarderImage({ images, options }: ForwarderParts, insisted: boolean): Promise<string | undefined> {
  try {
    return (await images.find(options.forwarder.image)).id;
  } catch (cause) {
    if (!insisted) return undefined;
    throw userError(
      'FUNCTION_START',
      `A server that listens on a TCP port needs the image ${options.forwarder.image}, which is not there: ${(cause as Error).message}; build it with docker/images.mjs, or set plugin.container.forwarder.image`,
      { cause },
    );
  }
}

/** A server and its forwarder: they live and end together. */
class ForwardedServer implements ServerProcess {
  readonly ended;

  constructor(
    readonly main: ContainerProcess,
    readonly beside: ContainerProcess,
  ) {
    this.ended = Promise.race([main.ended, beside.ended]);
  }

  get name(): string {
    return this.main.name;
  }

  get sockets(): readonly string[] {
    return [...this.main.sockets, ...this.beside.sockets];
  }

  get sharedMemory(): SharedFolders {
    return this.main.sharedMemory;
  }

  get log(): LogRing {
    return this.main.log;
  }

  async kill(): Promise<void> {
    await this.main.kill();
    await this.beside.kill();
  }

  async stop(): Promise<void> {
    await this.main.stop();
    await this.beside.kill();
  }
}
