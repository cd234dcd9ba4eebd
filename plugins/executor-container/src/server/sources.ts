import { createHash } from 'node:crypto';
import { type FunctionSource, internalError, type Log } from '@arbalest/spi';
import { becomeReady } from './become-ready.js';
import type { ContainerStarter } from './container-starter.js';
import type { ServerRequest } from './function-server.js';
import { grant, readSecrets } from './grants.js';
import type { Images } from './images.js';
import type { LiveServer } from './live-server.js';
import { startLocalProcess } from './local-process.js';
import { LogRing } from './log-ring.js';
import type { PoolOptions, ProcessCommand } from './pool-options.js';
import type { FolderRoot, UserId } from './private-folders.js';
import { checkAddress, connectRemote } from './remote-server.js';

/** A server that a request asks for, before it is known whether there is one already. */
export interface ServerPlan {
  /** Equal for requests that one server can serve. */
  readonly key: string;
  /** Equal for servers with the same code; undefined for those that take nothing of this host. */
  readonly code?: string;
  start(): Promise<LiveServer>;
}

export interface SourcesParts {
  readonly images: Images;
  readonly containers: ContainerStarter;
  readonly folders: FolderRoot;
  readonly options: PoolOptions;
  readonly log: Log;
  /** Of the process. */
  readonly cpus: number;
}

/** Knows how each kind of source becomes a server. */
export class Sources {
  readonly #parts: SourcesParts;
  #warned = false;

  constructor(parts: SourcesParts) {
    this.#parts = parts;
  }

  /** Throws as `ServerPool.resolve`. */
  async resolve(source: FunctionSource): Promise<FunctionSource> {
    if (source.kind === 'address') checkAddress(source.address, this.#parts.options.remote.allow);
    if (source.kind !== 'image' || source.digest !== undefined) return source;
    const command = this.#commandFor(source.image);
    return { ...source, digest: command ? digestOf(command) : (await this.#parts.images.find(source.image)).digest };
  }

  /** Checks what is asked for, and says what it takes. Throws as `ServerPool.acquire`. */
  async plan(request: ServerRequest): Promise<ServerPlan> {
    const { source } = request;
    if (source.kind === 'inline') throw internalError('FUNCTION_SOURCE', 'The container engine was asked to run inline code');
    if (source.kind === 'address') return this.#remote(source.address, request);
    const command = this.#commandFor(source.image);
    return command ? this.#process(source.image, command, request) : this.#container(source.image, source.digest, request);
  }

  #remote(address: string, request: ServerRequest): ServerPlan {
    checkAddress(address, this.#parts.options.remote.allow);
    const { user } = request;
    return { key: key('address', address, user), start: () => connectRemote(address, this.#ready(request)) };
  }

  async #container(image: string, digest: string | undefined, request: ServerRequest): Promise<ServerPlan> {
    const resources = this.#grant(request);
    const local = await this.#parts.images.find(image, digest);
    return {
      key: key('image', local.id, request.user, resources),
      code: local.id,
      start: async () => becomeReady(await this.#parts.containers.start(image, local, resources), this.#ready(request)),
    };
  }

  #process(image: string, command: ProcessCommand, request: ServerRequest): ServerPlan {
    const resources = this.#grant(request);
    const { options, folders, log } = this.#parts;
    if (!this.#warned)
      log.warn('Functions run as plain processes of this executor: there is no sandbox (setting plugin.container.process)', { image });
    this.#warned = true;
    const start = async () => {
      const secrets = await readSecrets(resources.secrets, options.grants);
      const child = await startLocalProcess({
        image,
        command,
        environment: { ...resources.environment, ...secrets },
        folders: await folders.make(ownUser()),
        log: new LogRing(Object.values(secrets)),
        stopMs: options.timeouts.stopMs,
      });
      return becomeReady(child, this.#ready(request));
    };
    return { key: key('process', image, request.user, resources), code: digestOf(command), start };
  }

  #grant({ requests }: ServerRequest) {
    const { options, cpus } = this.#parts;
    return grant(
      requests,
      options.grants,
      { memoryBytes: options.limits.memoryBytes, cpus: options.limits.cpus ?? cpus },
      options.docker.runtime,
    );
  }

  #ready({ declared }: ServerRequest) {
    const { options } = this.#parts;
    return { startMs: options.timeouts.startMs, ...(declared === undefined ? {} : { declared }) };
  }

  #commandFor(image: string): ProcessCommand | undefined {
    const { enabled, commands } = this.#parts.options.process;
    return enabled && Object.hasOwn(commands, image) ? commands[image] : undefined;
  }
}

function ownUser(): UserId {
  return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
}

function key(...parts: readonly unknown[]): string {
  return JSON.stringify(parts, (_, value: unknown) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Stands in the place of an image's digest. */
function digestOf(command: ProcessCommand): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(command)).digest('hex')}`;
}
