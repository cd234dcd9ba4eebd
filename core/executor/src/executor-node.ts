import { decodePlan } from '@arbalest/plan';
import type { arbalest } from '@arbalest/proto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@arbalest/spi';
import { cancelledError, internalError } from '@arbalest/spi';
import type { ConnectControl } from './control/control-channel.js';
import type { ControlSession } from './control/control-session.js';
import { SchedulerAddresses } from './control/scheduler-addresses.js';
import { SchedulerContact } from './control/scheduler-contact.js';
import { Changes } from './exchange/changes.js';
import { exchangeName } from './exchange/exchange-name.js';
import { ExchangeStore } from './exchange/exchange-store.js';
import { FlightClients } from './exchange/flight-clients.js';
import { hostIdentity } from './exchange/host-identity.js';
import { offerLocalStore } from './exchange/local-stores.js';
import { spillFolder, sweepSpillFolders } from './exchange/spill-folder.js';
import { functionEngineOf, relationalEngineOf } from './engines.js';
import type { ExecutorNodeOptions } from './executor-node-options.js';
import type { ExecutorFigures } from './observation/executor-observer.js';
import { KernelPool } from './partition/kernel-pool.js';
import { TaskTable } from './task/task-table.js';

const MiB = 1024 * 1024;
const DEFAULTS = { slots: 2, batchBytes: 4 * MiB, orphanTtlMs: 600_000, reconnectMaxMs: 2000 } as const;
/** What of the memory goes to exchanges when nothing is said. */
const EXCHANGE_SHARE = 0.2;

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
  readonly #clients: FlightClients;
  readonly #folder: string;
  readonly #withdrawStore: () => void;
  readonly #stopping = new AbortController();
  readonly #emptied = new Changes();
  #onFirstRegistration: () => void = () => undefined;
  #onAskedToLeave: () => void = () => undefined;
  readonly #askedToLeave = new Promise<void>((resolve) => (this.#onAskedToLeave = resolve));
  readonly #registered = new Promise<void>((resolve) => (this.#onFirstRegistration = resolve));
  #contact: SchedulerContact | undefined;
  #exchangeKey: Uint8Array | undefined;
  #draining = false;
  #running: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;
  #orphanTimer: (() => void) | undefined;

  constructor(options: ExecutorNodeOptions) {
    this.#options = options;
    this.id = options.id;
    this.host = options.host ?? hostIdentity();
    this.#clients = new FlightClients(options.tls ? { tls: options.tls } : {});
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

  /** Resolves when the scheduler has asked it to leave. It takes no new tasks from then on; whoever owns it should `drain` and then `stop` it. */
  get askedToLeave(): Promise<void> {
    return this.#askedToLeave;
  }

  /** What there is at this moment. */
  figures(): ExecutorFigures {
    const { exchanges, memoryBytes, spilledBytes } = this.store.usage();
    const registered = this.#contact?.session !== undefined;
    return {
      registered,
      draining: this.#draining,
      ...this.#tasks.counts(),
      exchanges,
      exchangeMemoryBytes: memoryBytes,
      exchangeSpilledBytes: spilledBytes,
    };
  }

  /** The key of the cluster's exchange tickets; undefined until the executor has registered. */
  get exchangeKey(): Uint8Array | undefined {
    return this.#exchangeKey;
  }

  /**
   * Connects, and connects again whenever the stream is lost, until `stop`. Called once.
   *
   * @param schedulers addresses of the cluster's schedulers, as `connect` takes them; it finds the one that leads
   * @throws the scheduler's error when it refuses the executor for good
   */
  run(connect: ConnectControl, schedulers: readonly string[] = ['']): Promise<void> {
    if (this.#running !== undefined) throw internalError('EXECUTOR_RUNNING', 'The executor runs already; run may be called once');
    this.#running = this.#run(connect, schedulers);
    return this.#running;
  }

  /** Takes no new tasks; resolves when nothing runs and nobody has an output left to read, or when it is stopped. */
  async drain(): Promise<void> {
    this.#takeNoMore();
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

  async #run(connect: ConnectControl, schedulers: readonly string[]): Promise<void> {
    const { log, spillDirectory } = this.#options;
    await sweepSpillFolders(spillDirectory, log);
    await mkdir(this.#engineFolder, { recursive: true, mode: 0o700 });
    this.#contact = this.#newContact(connect, new SchedulerAddresses(schedulers));
    await this.#contact.run();
  }

  #newContact(connect: ConnectControl, addresses: SchedulerAddresses): SchedulerContact {
    const { clock, randomness, log, reconnectMaxMs = DEFAULTS.reconnectMaxMs } = this.#options;
    return new SchedulerContact(connect, addresses, {
      clock,
      randomness,
      log,
      reconnectMaxMs,
      stopping: this.#stopping.signal,
      registration: () => ({ register: this.#registration(), draining: this.#draining }),
      beat: () => this.#beat(),
      onRegistered: (registered, session) => this.#onRegistered(registered, session),
      onMessage: (message) => this.#onMessage(message),
      onLost: () => this.#startOrphanTimer(),
    });
  }

  #onRegistered({ exchangeKey }: arbalest.scheduler.v1.IRegistered, session: ControlSession): void {
    this.#cancelOrphanTimer();
    if (exchangeKey && exchangeKey.byteLength > 0) this.#exchangeKey = exchangeKey;
    // What was reported to a channel that broke may never have arrived.
    for (const status of this.#tasks.statuses()) session.report(status);
    this.#onFirstRegistration();
  }

  #onMessage({ fragments, launches, cancels, drops, forgetJobs, drain }: SchedulerMessage): void {
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
    if (drain) {
      this.#takeNoMore();
      this.#onAskedToLeave();
    }
  }

  #takeNoMore(): void {
    if (this.#draining) return;
    this.#draining = true;
    this.#contact?.session?.send({ draining: true });
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
    this.#orphanTimer ??= this.clock.schedule(this.#options.orphanTtlMs ?? DEFAULTS.orphanTtlMs, () => {
      this.#orphanTimer = undefined;
      this.#options.log.warn('No scheduler has come back; everything of its jobs is dropped');
      const jobs = this.store.jobs();
      this.#tasks.forgetAll();
      for (const job of jobs) this.#dropped(this.store.forgetJob(job));
    });
  }

  #cancelOrphanTimer(): void {
    this.#orphanTimer?.();
    this.#orphanTimer = undefined;
  }

  #taskTable(): TaskTable {
    const { clock, batchBytes = DEFAULTS.batchBytes, slots = DEFAULTS.slots, memoryBytes, threads } = this.#options;
    return new TaskTable({
      slots,
      clock,
      decodePlan: this.#options.decodePlan ?? decodePlan,
      ...(this.#options.observer ? { observer: this.#options.observer } : {}),
      onStatus: (status) => {
        this.#contact?.session?.report(status);
        this.#emptied.notify();
      },
      environment: {
        store: this.store,
        kernels: new KernelPool(slots),
        reader: { clients: this.#clients, host: this.host },
        clock,
        batchBytes,
        spillDirectory: this.#engineFolder,
        engine: (id, request) => relationalEngineOf(this.#options.engines, id, request),
        functionEngine: (kind) => functionEngineOf(this.#options.engines, kind, this.id),
        memoryBytes: Math.floor(memoryBytes / slots),
        threads,
      },
    });
  }

  get #engineFolder(): string {
    return join(this.#folder, 'engine');
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
