import { containerSpec, DEFAULT_LIMITS, FUNCTION_USER, SOCKET_NAME } from '@arbalest/udf-sandbox';
import type Docker from 'dockerode';
import { chmod, lstat, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { inspectImage, reasonOf } from './docker.js';

/** A container of a project's image while it is tested: in the sandbox that executors give it. */
export interface FunctionContainer extends AsyncDisposable {
  /** Location of its server, `grpc+unix:///…`. */
  readonly location: string;
  readonly inputDirectory: string;
  readonly outputDirectory: string;
  readonly startMs: number;
  /** What it has printed so far, the last lines. */
  log(): Promise<string>;
}

const START_MS = 30_000;
/** As executors have it; for who stops it by hand. */
const STOP_MS = 5_000;

/** Rejects, and leaves nothing behind, when the container does not come to listen or the signal is aborted. */
export async function startFunctionContainer(docker: Docker, image: string, signal: AbortSignal): Promise<FunctionContainer> {
  const inspected = await inspectImage(docker, image);
  if (inspected === undefined) throw new Error(`There is no image ${image}; arbalest udf build makes it`);
  const folder = await sharedFolder();
  const began = performance.now();
  const container = await docker.createContainer(await spec(docker, inspected, folder)).catch(async (error: unknown) => {
    await rm(folder, { recursive: true, force: true });
    throw cannotStart(image, error);
  });
  const log = async (): Promise<string> => readableLog(await container.logs({ stdout: true, stderr: true, tail: 50 }));
  const dispose = async (): Promise<void> => {
    await container.remove({ force: true }).catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await container.start().catch((error: unknown) => {
      throw cannotStart(image, error);
    });
    await socketThere(join(folder, 'out', SOCKET_NAME), container, log, signal);
  } catch (error) {
    await dispose();
    throw error;
  }
  return {
    location: `grpc+unix://${folder}/out/${SOCKET_NAME}`,
    inputDirectory: join(folder, 'in'),
    outputDirectory: join(folder, 'out'),
    startMs: performance.now() - began,
    log,
    [Symbol.asyncDispose]: dispose,
  };
}

function cannotStart(image: string, cause: unknown): Error {
  return new Error(`No container can be started of ${image}: ${reasonOf(cause)}`, { cause });
}

/** The function's user is nobody here, so the folder it writes to is open; the one around it is not. */
async function sharedFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'arbalest-udf-'));
  await mkdir(join(folder, 'in'), { mode: 0o755 });
  await mkdir(join(folder, 'out'));
  await chmod(join(folder, 'out'), 0o777);
  return folder;
}

/** That of an executor with the default configuration. */
async function spec(docker: Docker, { Id, Config }: Docker.ImageInspectInfo, folder: string): Promise<Docker.ContainerCreateOptions> {
  const { InitBinary } = (await docker.info()) as { readonly InitBinary?: string };
  return containerSpec({
    imageId: Id,
    volumes: Object.keys(Config.Volumes ?? {}),
    folders: { input: join(folder, 'in'), output: join(folder, 'out') },
    user: FUNCTION_USER,
    resources: { memoryBytes: DEFAULT_LIMITS.memoryBytes, cpus: availableParallelism(), environment: {}, gpus: 0 },
    secrets: {},
    limits: DEFAULT_LIMITS,
    labels: {},
    stopMs: STOP_MS,
    init: (InitBinary ?? '') !== '',
  });
}

async function socketThere(path: string, container: Docker.Container, log: () => Promise<string>, signal: AbortSignal): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    signal.throwIfAborted();
    if (
      await lstat(path).then(
        (stats) => stats.isSocket(),
        () => false,
      )
    )
      return;
    const { State } = await container.inspect();
    if (!State.Running)
      throw new Error(`The container has ended with exit code ${State.ExitCode} before it listened. Its log:\n${await log()}`);
    await delay(25);
  }
  throw new Error(
    `The container does not listen on ARBALEST_UDF_SOCKET after ${START_MS / 1000} s; its engine has to run on this machine, where the socket is. Its log:\n${await log()}`,
  );
}

/** Without the eight bytes that stand before each piece of a log. */
function readableLog(bytes: Buffer): string {
  const pieces: string[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at + 4);
    pieces.push(bytes.toString('utf8', at + 8, at + 8 + length));
    at += 8 + length;
  }
  return pieces.join('');
}
