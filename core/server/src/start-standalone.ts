import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type ArbalestConfig, type HttpConfig, isExposed } from '@arbalest/kernel';
import { transientError } from '@arbalest/spi';
import { MADE_TOKEN_VARIABLE, makeToken } from './security/made-token.js';
import { startScheduler, type RunningScheduler } from './start-scheduler.js';

export interface StandaloneOptions {
  readonly executors: number;
  /** Threads of each executor. @default the machine's cores divided among them */
  readonly threads?: number;
  /** Bytes of each executor. @default the configured memory divided among them */
  readonly memoryBytes?: number;
  /** Longest wait for all executors to be registered, milliseconds. @default 30000 */
  readonly readyTimeoutMs?: number;
}

/** A scheduler in this process and executors in child processes. */
export interface RunningStandalone extends AsyncDisposable {
  readonly url: string;
  /** See RunningScheduler. */
  readonly gateways: RunningScheduler['gateways'];
  /** Process ids of the executors, in the order of their start. */
  readonly pids: readonly number[];
  /** See RunningScheduler. */
  readonly failed: Promise<never>;
  /** Drains for `drainMs`, then stops the children and the scheduler. Idempotent. @default 0 */
  stop(drainMs?: number): Promise<void>;
}

const EXECUTOR_MAIN = fileURLToPath(new URL('./executor-main.js', import.meta.url));
/** Each fragment that runs holds a thread of libuv's pool, whose size a process cannot change once it has started; four would be too few. */
const UV_THREADPOOL_SIZE = '16';
const READY_POLL_MS = 20;
/** A child that has not ended by then is killed. */
const CHILD_STOP_MS = 5_000;

export async function startStandalone(config: ArbalestConfig, options: StandaloneOptions): Promise<RunningStandalone> {
  const token = makeToken();
  const scheduler = await startScheduler(config, { ifUsers: token });
  const children = Array.from({ length: options.executors }, (_, index) => startChild(scheduler.url, config, options, { index, token }));
  try {
    await allRegistered(scheduler, children, options.readyTimeoutMs ?? 30_000);
  } catch (error) {
    await stopChildren(children);
    await scheduler.stop();
    throw error;
  }
  let stopped: Promise<void> | undefined;
  const stop = (drainMs = 0) => (stopped ??= stopAll(scheduler, children, drainMs));
  const pids = children.map((child) => child.pid!);
  return { url: scheduler.url, gateways: scheduler.gateways, pids, failed: scheduler.failed, stop, [Symbol.asyncDispose]: () => stop() };
}

interface Child {
  readonly index: number;
  /** By which its scheduler knows it, where nothing else is said. */
  readonly token: string;
}

/** The channel between the processes is the child's leash: when this process dies, however it dies, the child sees it close and ends. */
function startChild(schedulerUrl: string, config: ArbalestConfig, options: StandaloneOptions, { index, token }: Child): ChildProcess {
  const threads = options.threads ?? Math.max(1, Math.floor(config.executor.threads / options.executors));
  const memory = options.memoryBytes ?? Math.floor(config.executor.memory / options.executors);
  const { http, log, security } = config;
  const flags = {
    executor: { scheduler: schedulerUrl, threads, memory, port: 0 },
    http: childHttp(http, index),
    log,
    security,
    files: childFiles(config),
    dataDirectory: config.dataDirectory,
  };
  const args = [EXECUTOR_MAIN, JSON.stringify({ flags, file: config.file })];
  const env = { UV_THREADPOOL_SIZE, ...process.env, [MADE_TOKEN_VARIABLE]: token };
  return spawn(process.execPath, [...process.execArgv, ...args], { stdio: ['ignore', 2, 2, 'ipc'], cwd: process.cwd(), env });
}

/** The ports after the scheduler's, where that is a certain one. */
function childHttp(http: HttpConfig, index: number): HttpConfig {
  return { ...http, port: http.port === 0 ? 0 : http.port + 1 + index };
}

/** A child listens on loopback alone, but whoever reaches the scheduler has it run statements. */
function childFiles(config: ArbalestConfig): ArbalestConfig['files'] {
  return config.files.roots === undefined && isExposed(config, 'scheduler') ? { roots: [] } : config.files;
}

async function allRegistered(scheduler: RunningScheduler, children: readonly ChildProcess[], timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const { executors } = await scheduler.service.listExecutors({});
    if ((executors ?? []).filter((executor) => executor.state === 'active').length >= children.length) return;
    const dead = children.find((child) => child.exitCode !== null || child.signalCode !== null);
    if (dead)
      throw transientError('EXECUTOR_FAILED', `An executor process (pid ${dead.pid}) ended while starting; its message stands above`);
    if (Date.now() > deadline) {
      throw transientError(
        'EXECUTORS_NOT_READY',
        `Only ${executors?.length ?? 0} of ${children.length} executors were ready within ${timeoutMs / 1000} s`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, READY_POLL_MS));
  }
}

async function stopAll(scheduler: RunningScheduler, children: readonly ChildProcess[], drainMs: number): Promise<void> {
  await scheduler.leave(drainMs);
  await stopChildren(children);
  await scheduler.stop();
}

async function stopChildren(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(children.map(stopChild));
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), CHILD_STOP_MS);
  await exited;
  clearTimeout(timer);
}
