import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Container, ContainerCreateOptions } from 'dockerode';
import { type DockerEngine, engineStatus } from './docker-engine.js';
import type { LogRing } from './log-ring.js';
import type { PrivateFolders } from './private-folders.js';
import { readMultiplexedLog } from './read-log.js';
import type { ProcessEnd, ServerProcess } from './server-process.js';

/** How long the log of a container that has ended may still take to arrive. */
const LAST_WORDS_MS = 500;

export interface ContainerParts {
  readonly engine: DockerEngine;
  readonly name: (id: string) => string;
  readonly spec: ContainerCreateOptions;
  readonly memoryBytes: number;
  readonly folders: PrivateFolders;
  readonly sockets: readonly string[];
  readonly log: LogRing;
  readonly stopMs: number;
  /** Frees what else belongs to it, when it has been removed. */
  readonly onRemoved?: () => Promise<void>;
}

/** Makes and starts a container, and watches it. What was made is taken away again when that fails. Throws what `DockerEngine.request` does. */
export async function startContainer(parts: ContainerParts): Promise<ContainerProcess> {
  const { engine, spec, folders, log } = parts;
  const container = await engine
    .request('create a container', (docker) => docker.createContainer(spec))
    .catch(async (error: unknown) => {
      await folders.remove();
      throw error;
    });
  try {
    const output = await engine.request('attach to a container', () => container.attach({ stream: true, stdout: true, stderr: true }));
    const logEnd = readMultiplexedLog(output as unknown as Readable, log);
    await engine.request('start a container', () => container.start());
    return new ContainerProcess(container, parts, logEnd);
  } catch (error) {
    await removeContainer(engine, container, log);
    await folders.remove();
    throw error;
  }
}

export class ContainerProcess implements ServerProcess {
  readonly name: string;
  readonly ended: Promise<ProcessEnd>;
  readonly #container: Container;
  readonly #parts: ContainerParts;
  #removed: Promise<void> | undefined;

  constructor(container: Container, parts: ContainerParts, logEnd: Promise<void>) {
    this.#container = container;
    this.#parts = parts;
    this.name = parts.name(container.id);
    this.ended = this.#watch(logEnd);
  }

  /** The engine's id of the container. */
  get id(): string {
    return this.#container.id;
  }

  get sockets(): readonly string[] {
    return this.#parts.sockets;
  }

  get sharedMemory() {
    return this.#parts.folders.shared;
  }

  get log(): LogRing {
    return this.#parts.log;
  }

  kill(): Promise<void> {
    return (this.#removed ??= this.#remove());
  }

  async stop(): Promise<void> {
    const { engine, stopMs } = this.#parts;
    if (this.#removed === undefined) {
      const stop = engine.request('stop a container', () => this.#container.stop({ t: Math.ceil(stopMs / 1000) }), stopMs + 15_000);
      await stop.catch((error: unknown) => this.#note('be stopped', error));
    }
    await this.kill();
  }

  async #remove(): Promise<void> {
    const { engine, log, folders, onRemoved } = this.#parts;
    await removeContainer(engine, this.#container, log);
    await folders.remove().catch((error: unknown) => this.#note('have its folders removed', error));
    await onRemoved?.();
  }

  async #watch(logEnd: Promise<void>): Promise<ProcessEnd> {
    try {
      const { StatusCode } = (await this.#container.wait()) as { StatusCode: number };
      await Promise.race([logEnd, sleep(LAST_WORDS_MS, undefined, { ref: false })]);
      const memoryLimit = await this.#memoryLimitMet();
      return { exitCode: StatusCode, ...(memoryLimit === undefined ? {} : { memoryLimit }) };
    } catch (error) {
      // Somebody else has removed it, or the engine has gone away, and its containers with it.
      return engineStatus(error) === 404 ? {} : { lost: error as Error };
    }
  }

  async #memoryLimitMet(): Promise<number | undefined> {
    try {
      const { State } = await this.#parts.engine.request('inspect a container', () => this.#container.inspect());
      return State.OOMKilled ? this.#parts.memoryBytes : undefined;
    } catch {
      return undefined;
    }
  }

  #note(what: string, error: unknown): void {
    this.log.add(`(${this.name} could not ${what}: ${(error as Error).message})`);
  }
}

async function removeContainer(engine: DockerEngine, container: Container, log: LogRing): Promise<void> {
  try {
    await engine.request('remove a container', () => container.remove({ force: true, v: true }) as Promise<unknown>);
  } catch (error) {
    const status = engineStatus(error);
    // Gone already, or somebody else is about to remove it.
    if (status !== 404 && status !== 409) log.add(`(the container could not be removed: ${(error as Error).message})`);
  }
}
