import { decodePlan } from '@arbalest/plan';
import type { arbalest } from '@arbalest/proto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@arbalest/spi';
import { cancelledError, internalError, transientError } from '@arbalest/spi';
import type { ConnectControl, ControlChannel } from './control/control-channel.js';
import { ControlSession } from './control/control-session.js';
import { Changes } from './exchange/changes.js';
import { exchangeName } from './exchange/exchange-name.js';
import { ExchangeStore } from './exchange/exchange-store.js';
import { FlightClients } from './exchange/flight-clients.js';
import { hostIdentity } from './exchange/host-identity.js';
import { offerLocalStore } from './exchange/local-stores.js';
import { spillFolder, sweepSpillFolders } from './exchange/spill-folder.js';
import { engineOf, functionEngineOf } from './engines.js';
import type { ExecutorNodeOptions } from './executor-node-options.js';
import { KernelPool } from './partition/kernel-pool.js';
import { fromErrorInfo } from './task/error-info.js';
import { TaskTable } from './task/task-table.js';

const MiB = 1024 * 1024;
const DEFAULTS = { slots: 2, batchBytes: 4 * MiB, orphanTtlMs: 600_000, reconnectMaxMs: 2000 } as const;
/** What of the memory goes to exchanges when nothing is said. */
const EXCHANGE_SHARE = 0.2;
const FIRST_PAUSE_MS = 100;
const CONNECT_TIMEOUT_MS = 5000;
const REGISTER_TIMEOUT_MS = 5000;
const DEFAULT_BEAT_MS = 1000;

type SchedulerMessage = arbalest.scheduler.v1.ISchedulerMessage;

/**
 * An executor: registers with a scheduler, runs the tasks that it is sent, keeps their outputs for whoever reads them.
 *
 *     new ──run──► running ──drain──► draining ──stop──► stopped
 *                     └───────────────stop─────────────►
 *
 * A break of the stream does not stop tasks; their outcome is told once there is a scheduler again.
 */
export class ExecutorNode implements AsyncDisposable {
  readonly id: string;
  readonly host: string;
  readonly clock: Clock;
  readonly store: ExchangeStore;
  readonly #options: ExecutorNodeOptions;
  readonly #tasks: TaskTable;
  readonly #clients = new FlightClients();
  readonly #folder: string;
  readonly #withdrawStore: () => void;
  readonly #stopping = new AbortController();
  readonly #emptied = new Changes();
  #onFirstRegistration: () => void = () => undefined;
  readonly #registered = new Promise<void>((resolve) => (this.#onFirstRegistration = resolve));
  #session: ControlSession | undefined;
  #exchangeKey: Uint8Array | undefined;
  #refusal: Error | undefined;
  #draining = false;
  #running: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;
  #cancelOrphanTimer: () => void = () => undefined;

  constructor(options: ExecutorNodeOptions) {
    this.#options = options;
    this.id = options.id;
    this.host = options.host ?? hostIdentity();
    this.clock = options.clock;
    this.#folder = spillFolder(options.spillDirectory, options.id);
    const memoryBytes = options.exchangeMemoryBytes ?? Math.floor(options.memoryBytes * EXCHANGE_SHARE);
    this.store = new ExchangeStore({ directory: join(this.#folder, 'exchange'), memoryBytes });
    this.#withdrawStore = offerLocalStore(this.id, this.store);
    this.#tasks = this.#taskTable();
  }

  /** Resolves when a scheduler has taken it for the first time. Never rejects: `run` does when it is refused. */
  get registered(): Promise<void> {
    return this.#registered;
  }

  /** The key of the cluster's exchange tickets; undefined until the executor has registered. */
  get exchangeKey(): Uint8Array | undefined {
    return this.#exchangeKey;
  }

  /**
   * Connects, and connects again whenever the stream is lost, until `stop`. Called once.
   *
   * @throws the scheduler's error when it refuses the executor
   */
  run(connect: ConnectControl): Promise<void> {
    if (this.#running !== undefined) throw internalError('EXECUTOR_RUNNING', 'The executor runs already; run may be called once');
    this.#running = this.#run(connect);
    return this.#running;
  }

  /** Takes no new tasks; resolves when nothing runs and nobody has an output left to read, or when it is stopped. */
  async drain(): Promise<void> {
    this.#draining = true;
    this.#session?.send({ draining: true });
    while (!this.#stopping.signal.aborted && (this.#tasks.running > 0 || this.store.usage().exchanges > 0)) {
      await this.#emptied.next(this.#stopping.signal).catch(() => undefined);
    }
  }

  /** Cancels what runs, drops all outputs and removes all files. Safe to call again. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #run(connect: ConnectControl): Promise<void> {
    const { log, spillDirectory } = this.#options;
    await sweepSpillFolders(spillDirectory, log);
    await mkdir(this.#engineFolder, { recursive: true, mode: 0o700 });
    let pause = FIRST_PAUSE_MS;
    while (!this.#stopping.signal.aborted) {
      const channel = await this.#connect(connect);
      if (channel !== undefined && (await this.#converse(channel))) pause = FIRST_PAUSE_MS;
      if (this.#stopping.signal.aborted) return;
      await this.#wait(pause * (0.5 + this.#options.randomness.next() / 2));
      pause = Math.min(pause * 2, this.#options.reconnectMaxMs ?? DEFAULTS.reconnectMaxMs);
    }
  }

  async #connect(connect: ConnectControl): Promise<ControlChannel | undefined> {
    const attempt = new AbortController();
    const cancelTimer = this.clock.schedule(CONNECT_TIMEOUT_MS, () =>
      attempt.abort(transientError('CONNECT_TIMEOUT', 'The scheduler does not answer')),
    );
    try {
      return await connect(AbortSignal.any([attempt.signal, this.#stopping.signal]));
    } catch (error) {
      this.#options.log.warn('Cannot connect to the scheduler', { cause: (error as Error).message });
      this.#startOrphanTimer();
      return undefined;
    } finally {
      cancelTimer();
    }
  }

  /** The life of one channel. Resolves to whether the scheduler has taken the executor. */
  async #converse(channel: ControlChannel): Promise<boolean> {
    const session = new ControlSession(channel, this.clock);
    const close = (): void => session.close();
    this.#stopping.signal.addEventListener('abort', close);
    session.send({ register: this.#registration(), draining: this.#draining });
    const cancelTimer = this.clock.schedule(REGISTER_TIMEOUT_MS, close);
    try {
      for await (const message of channel.messages) {
        if (message.registered) {
          cancelTimer();
          this.#onRegistered(message.registered, session);
        }
        this.#onMessage(message);
      }
    } catch (error) {
      if (error === this.#refusal) throw error;
      this.#options.log.warn('The stream to the scheduler has broken', { cause: (error as Error).message });
    } finally {
      cancelTimer();
      this.#stopping.signal.removeEventListener('abort', close);
      if (this.#session === session) this.#startOrphanTimer();
      session.close();
    }
    const registered = this.#session === session;
    this.#session = undefined;
    return registered;
  }

  #onRegistered({ exchangeKey, beatIntervalMs, refused }: arbalest.scheduler.v1.IRegistered, session: ControlSession): void {
    if (refused) throw (this.#refusal = fromErrorInfo(refused));
    this.#cancelOrphanTimer();
    if (exchangeKey && exchangeKey.byteLength > 0) this.#exchangeKey = exchangeKey;
    this.#session = session;
    session.startBeat(beatIntervalMs || DEFAULT_BEAT_MS, () => this.#beat());
    // What was reported to a channel that broke may never have arrived.
    for (const status of this.#tasks.statuses()) session.report(status);
    this.#onFirstRegistration();
    this.#options.log.info('Registered with the scheduler');
  }

  #onMessage({ fragments, launches, cancels, drops, forgetJobs }: SchedulerMessage): void {
    for (const fragment of fragments ?? []) this.#tasks.addFragment(fragment);
    for (const launch of launches ?? []) this.#tasks.launch(launch, this.#draining);
    for (const ref of cancels ?? []) this.#tasks.cancel(exchangeName(ref));
    for (const id of drops ?? []) {
      this.#tasks.drop(exchangeName(id));
      this.#dropped(this.store.drop(exchangeName(id)));
    }
    for (const job of forgetJobs ?? []) {
      this.#tasks.forgetJob(job);
      this.#dropped(this.store.forgetJob(job));
    }
  }

  #dropped(done: Promise<void>): void {
    done
      .catch((error: Error) => this.#options.log.warn('Cannot remove an exchange', { cause: error.message }))
      .finally(() => this.#emptied.notify());
  }

  #registration(): arbalest.scheduler.v1.IRegister {
    const { address, slots = DEFAULTS.slots, threads, memoryBytes, plugins = [], version } = this.#options;
    return {
      executor: this.id,
      host: this.host,
      pid: process.pid,
      address: typeof address === 'function' ? address() : address,
      slots,
      threads,
      memoryBytes,
      plugins: [...plugins],
      version,
      known: this.#tasks.refs(),
      functionSources: this.#options.engines.flatMap(({ capabilities }) => capabilities.functionSources ?? []),
    };
  }

  #beat(): arbalest.scheduler.v1.IBeat {
    const { memoryBytes, spilledBytes } = this.store.usage();
    return {
      memoryUsedBytes: process.memoryUsage.rss(),
      tasksRunning: this.#tasks.running,
      exchangeMemoryBytes: memoryBytes,
      exchangeSpilledBytes: spilledBytes,
    };
  }

  /** Without a scheduler for long, nobody will come for what is here. */
  #startOrphanTimer(): void {
    this.#cancelOrphanTimer();
    this.#cancelOrphanTimer = this.clock.schedule(this.#options.orphanTtlMs ?? DEFAULTS.orphanTtlMs, () => {
      this.#options.log.warn('No scheduler has come back; everything of its jobs is dropped');
      const jobs = this.store.jobs();
      this.#tasks.forgetAll();
      for (const job of jobs) this.#dropped(this.store.forgetJob(job));
    });
  }

  #taskTable(): TaskTable {
    const { clock, batchBytes = DEFAULTS.batchBytes, slots = DEFAULTS.slots, memoryBytes, threads } = this.#options;
    return new TaskTable({
      slots,
      clock,
      decodePlan: this.#options.decodePlan ?? decodePlan,
      onStatus: (status) => {
        this.#session?.report(status);
        this.#emptied.notify();
      },
      environment: {
        store: this.store,
        kernels: new KernelPool(slots),
        reader: { clients: this.#clients, host: this.host },
        clock,
        batchBytes,
        spillDirectory: this.#engineFolder,
        engine: (id) => engineOf(this.#options.engines, id),
        functionEngine: (kind) => functionEngineOf(this.#options.engines, kind, this.id),
        memoryBytes: Math.floor(memoryBytes / slots),
        threads,
      },
    });
  }

  get #engineFolder(): string {
    return join(this.#folder, 'engine');
  }

  #wait(ms: number): Promise<void> {
    const { signal } = this.#stopping;
    return new Promise((resolve) => {
      const end = (): void => {
        cancel();
        signal.removeEventListener('abort', end);
        resolve();
      };
      const cancel = this.clock.schedule(ms, end);
      signal.addEventListener('abort', end);
    });
  }

  async #stop(): Promise<void> {
    this.#withdrawStore();
    await this.#tasks.close();
    this.#stopping.abort(cancelledError('EXECUTOR_STOPPED', 'The executor has stopped'));
    this.#cancelOrphanTimer();
    await this.#running?.catch(() => undefined);
    await this.store.close();
    this.#clients.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
