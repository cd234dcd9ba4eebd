import type Docker from 'dockerode';
import { createRequire } from 'node:module';
import { type ArbalestError, isArbalestError, transientError, userError } from '@arbalest/spi';

export interface DockerEngineOptions {
  /** Path of the engine's socket. @default DOCKER_HOST, else /var/run/docker.sock */
  readonly socket?: string;
  /** Milliseconds that one request may take, if it does not wait for something. */
  readonly requestMs: number;
  /** Go on without seccomp. */
  readonly withoutSeccomp: boolean;
}

/** What the engine offers that matters here. */
export interface EngineFeatures {
  readonly runtimes: readonly string[];
  readonly init: boolean;
}

interface EngineInfo {
  readonly SecurityOptions?: readonly string[];
  readonly Runtimes?: Readonly<Record<string, unknown>>;
  readonly InitBinary?: string;
}

/** Loaded when it is first needed: it brings much along, and most statements call no functions. */
function openDocker(socketPath: string): Docker {
  const Client = createRequire(import.meta.url)('dockerode') as typeof Docker;
  return new Client({ socketPath });
}

/** The container engine of this host. Nothing is asked of it before it is needed. */
export class DockerEngine {
  readonly #options: DockerEngineOptions;
  #docker: Docker | undefined;
  #features: Promise<EngineFeatures> | undefined;

  constructor(options: DockerEngineOptions) {
    this.#options = options;
  }

  /** @throws user error `FUNCTION_ENGINE` when the engine is configured to be on another host: its containers could share no folder with us */
  get docker(): Docker {
    return (this.#docker ??= openDocker(socketPath(this.#options.socket)));
  }

  /** Looked up once; again after a failure. @throws as `docker` and `request`; user error `FUNCTION_ENGINE` when it runs containers without seccomp */
  features(): Promise<EngineFeatures> {
    return (this.#features ??= this.#lookUp().catch((error: unknown) => {
      this.#features = undefined;
      throw error;
    }));
  }

  /**
   * Awaits a request to the engine, with a deadline.
   *
   * @param what What is asked for, for errors: `start a container of acme/nlp:1.4`
   * @throws transient error `ENGINE_UNREACHABLE` when the engine does not answer; what it answers otherwise as it is: see `engineStatus`
   */
  async request<T>(what: string, ask: (docker: Docker) => Promise<T>, timeoutMs = this.#options.requestMs): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#unreachable(what, `no answer within ${timeoutMs} ms`)), timeoutMs);
    });
    try {
      return await Promise.race([ask(this.docker), late]);
    } catch (error) {
      if (isArbalestError(error) || engineStatus(error) !== undefined) throw error;
      throw this.#unreachable(what, (error as Error).message, error);
    } finally {
      clearTimeout(timer);
    }
  }

  #unreachable(what: string, why: string, cause?: unknown): ArbalestError {
    return transientError(
      'ENGINE_UNREACHABLE',
      `The container engine at ${socketPath(this.#options.socket)} could not be asked to ${what}: ${why}. Start Docker on this host, or set plugin.container.docker.socket`,
      { cause },
    );
  }

  async #lookUp(): Promise<EngineFeatures> {
    const info = (await this.request('say what it can do', (docker) => docker.info())) as EngineInfo;
    const seccomp = info.SecurityOptions?.find((option) => option.includes('name=seccomp'));
    if (!this.#options.withoutSeccomp && (seccomp === undefined || seccomp.includes('unconfined'))) throw noSeccomp();
    return { runtimes: Object.keys(info.Runtimes ?? {}), init: (info.InitBinary ?? '') !== '' };
  }
}

/** The HTTP status that the engine answered with; undefined when it is no answer of the engine's. */
export function engineStatus(error: unknown): number | undefined {
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** What the engine's client puts before the engine's words: `(HTTP code 500) server error - `. */
const CLIENT_PREFIX = /^\(HTTP code \d+\) [a-z ]+ - /;

/** The engine's own words, without what its client puts around them. */
export function engineText(error: unknown): string {
  const { json, message } = error as { json?: { message?: unknown }; message?: string };
  const text = typeof json?.message === 'string' ? json.message : (message ?? String(error));
  return text.replace(CLIENT_PREFIX, '').trim();
}

function socketPath(configured: string | undefined): string {
  if (configured !== undefined) return configured;
  const host = process.env['DOCKER_HOST'];
  if (host === undefined || host === '') return '/var/run/docker.sock';
  if (host.startsWith('unix://')) return host.slice('unix://'.length);
  throw userError(
    'FUNCTION_ENGINE',
    `DOCKER_HOST is ${host}, but functions need a container engine on the executor's own host, with which folders are shared; set plugin.container.docker.socket to the path of its socket`,
  );
}

function noSeccomp(): ArbalestError {
  return userError(
    'FUNCTION_ENGINE',
    'The container engine runs containers without a seccomp filter, so functions could make any system call; enable it in the engine, or set plugin.container.docker.withoutSeccomp to go on without',
  );
}
