import { randomBytes } from 'node:crypto';
import type { Log } from '@arbalest/spi';
import { ContainerStarter } from './container-starter.js';
import { DockerEngine } from './docker-engine.js';
import { FunctionServerPool } from './function-server-pool.js';
import { Images } from './images.js';
import type { PoolOptions } from './pool-options.js';
import { defaultFolder, FolderRoot } from './private-folders.js';
import { ownIdentity } from './process-identity.js';
import { Sources } from './sources.js';

export interface PoolEnvironment {
  readonly log: Log;
  /** Threads of the process: the CPUs of a server that asks for none. */
  readonly cpus: number;
}

/** A pool of servers of functions. Nothing is opened, made or asked before the first request. */
export function createPool(options: PoolOptions, { log, cpus }: PoolEnvironment): FunctionServerPool {
  const { docker, timeouts, limits } = options;
  // Several pools may live in one process.
  const owner = `${ownIdentity()}-${randomBytes(4).toString('hex')}`;
  const engine = new DockerEngine({
    ...(docker.socket === undefined ? {} : { socket: docker.socket }),
    requestMs: timeouts.engineMs,
    withoutSeccomp: docker.withoutSeccomp,
  });
  const images = new Images(engine, { pull: docker.pull, pullMs: timeouts.pullMs });
  const folders = new FolderRoot(options.folder ?? defaultFolder(), owner);
  const containers = new ContainerStarter({ engine, images, folders, owner, options, log });
  const sources = new Sources({ images, containers, folders, options, log, cpus });
  return new FunctionServerPool({ sources, limits, timeouts, log, onClosed: () => folders.remove() });
}
