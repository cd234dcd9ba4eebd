import { type Clock, isArbalestError, type Log, type Principal, type StateStore, toArbalestError } from '@arbalest/spi';
import type { ExecutorConnection } from '../cluster/executor-connection.js';
import type * as messages from '../messages.js';
import type { SchedulerApi } from '../service/scheduler-api.js';
import { clusterRecord } from '../state/cluster-record.js';
import { Deferred } from '../state/deferred.js';
import type { Fence } from '../state/fence.js';
import { FencedStore } from '../state/fenced-store.js';
import { JournaledStore } from '../state/journaled-store.js';
import { prepareLayout } from '../state/layout.js';
import { notLeader } from '../state/not-leader.js';
import { PatientStore } from '../state/patient-store.js';
import { StateJournal } from '../state/state-journal.js';
import { Leadership } from './leadership.js';
import type { WatchProcess } from './leadership-options.js';
import type { LedScheduler, TermParts } from './led-scheduler.js';
import { turnAway } from './standby-connection.js';
import type { Term } from './term.js';

export interface SchedulerServerOptions {
  /** The store itself. Closed by who made it, after `stop`. */
  readonly state: StateStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Of this process; no two share one. */
  readonly id: string;
  /** At which executors and clients reach this scheduler. Asked once it has started. */
  readonly address: () => string;
  /** A leader that cannot be heard for so long is replaced. */
  readonly leaseMs: number;
  /** Absent: a leader that has died is replaced when its lease is over. */
  readonly watchProcess?: WatchProcess;
  readonly version: string;
  /** Gives so many bytes that nobody can guess. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Makes the scheduler of one term, not started yet. */
  readonly scheduler: (parts: TermParts) => LedScheduler;
}

/** One leadership of this process. */
interface Reign {
  readonly term: Term;
  readonly journal: StateJournal;
  /** Once it has recovered. */
  scheduler: LedScheduler | undefined;
}

/**
 * One of the schedulers that share a state. While it leads, a scheduler of its own answers every call; while it does not, it says who does.
 *
 *     new ──start──► standby ◄──► leading        ──stop──► stopped
 */
export class SchedulerServer implements SchedulerApi, AsyncDisposable {
  private readonly leadership: Leadership;
  private reign: Reign | undefined;
  private readonly known = new Deferred<void>();
  private readonly broken = new Deferred<never>();
  private ready = false;
  private stopped: Promise<void> | undefined;

  constructor(private readonly options: SchedulerServerOptions) {
    const { state, clock, log, id, address, leaseMs, watchProcess } = options;
    this.leadership = new Leadership({
      ...{ state, clock, log, id, address, ttlMs: leaseMs, ...(watchProcess && { watchProcess }) },
      lead: (term) => this.lead(term),
      stepDown: () => this.stepDown(),
      changed: () => this.leadershipChanged(),
      failed: (error) => this.broken.reject(error),
    });
  }

  /** Resolves when this scheduler leads and has recovered, or knows who leads. @throws what `failed` rejects with */
  async start(): Promise<void> {
    if (!this.stopped) this.leadership.start();
    await Promise.race([this.known.promise, this.broken.promise]);
  }

  /** Rejects when this scheduler can never lead, e.g. because a later version has written the state. */
  get failed(): Promise<never> {
    return this.broken.promise;
  }

  /** For whoever else writes to the state, e.g. plugins: see FencedStore. Absent while this scheduler does not lead. */
  get fence(): Fence | undefined {
    return this.reign?.term;
  }

  /** Whether it answers calls itself. */
  get leads(): boolean {
    return this.reign?.scheduler !== undefined;
  }

  /** Address of the scheduler that leads, as far as is known. */
  get leader(): string | undefined {
    return this.leadership.leader;
  }

  stop(options: Parameters<SchedulerApi['stop']>[0] = {}): Promise<void> {
    this.stopped ??= this.end(options);
    return this.stopped;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  openSession = (request: messages.OpenSessionRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.openSession(request, caller));
  closeSession = (request: messages.CloseSessionRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.closeSession(request, caller));
  parse = (request: messages.ParseRequest, caller?: Principal) => this.led().then((scheduler) => scheduler.parse(request, caller));
  releaseResult = (request: messages.ReleaseResultRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.releaseResult(request, caller));
  cancelJob = (request: messages.CancelJobRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.cancelJob(request, caller));
  listJobs = (request: messages.ListJobsRequest, caller?: Principal) => this.led().then((scheduler) => scheduler.listJobs(request, caller));
  listExecutors = (request: messages.ListExecutorsRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.listExecutors(request, caller));
  drainExecutor = (request: messages.DrainExecutorRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.drainExecutor(request, caller));
  listPlugins = (request: messages.ListPluginsRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.listPlugins(request, caller));
  listNames = (request: messages.ListNamesRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.listNames(request, caller));
  describeStatement = (request: messages.DescribeStatementRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.describeStatement(request, caller));
  listCatalogs = (request: messages.ListCatalogsRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.listCatalogs(request, caller));
  listTables = (request: messages.ListTablesRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.listTables(request, caller));
  listSettings = (request: messages.ListSettingsRequest, caller?: Principal) =>
    this.led().then((scheduler) => scheduler.listSettings(request, caller));

  execute(request: messages.ExecuteRequest, signal: AbortSignal, caller?: Principal): AsyncIterable<messages.JobEvent> {
    return this.leading().execute(request, signal, caller);
  }

  attachJob(request: messages.AttachJobRequest, signal: AbortSignal, caller?: Principal): AsyncIterable<messages.JobEvent> {
    return this.leading().attachJob(request, signal, caller);
  }

  async getLeader(_request: messages.GetLeaderRequest): Promise<messages.GetLeaderResponse> {
    return { leader: this.leader ?? '', schedulers: [...this.leadership.schedulers()], self: this.leads };
  }

  attachExecutor(connection: ExecutorConnection): void {
    if (this.reign?.scheduler && this.reign.term.holds()) this.reign.scheduler.attachExecutor(connection);
    else turnAway(connection, this.refusal(), this.leadership.schedulers());
  }

  private async led(): Promise<LedScheduler> {
    return this.leading();
  }

  /** @throws transient error `NOT_LEADER` */
  private leading(): LedScheduler {
    const { reign } = this;
    if (reign?.scheduler && reign.term.holds()) return reign.scheduler;
    throw this.refusal();
  }

  private refusal() {
    // One that leads but has not recovered yet sends nobody to itself: it is asked again in a moment.
    return notLeader(this.leadership.state === 'leading' ? undefined : this.leader);
  }

  private lead(term: Term): void {
    const { state, clock, log } = this.options;
    const reign: Reign = { term, journal: new StateJournal({ state, clock, log, fence: term }), scheduler: undefined };
    this.reign = reign;
    void this.begin(reign);
  }

  /** Never rejects. */
  private async begin(reign: Reign): Promise<void> {
    const { state, version, randomBytes, clock, log } = this.options;
    const { term, journal } = reign;
    const from = clock.monotonic();
    let scheduler: LedScheduler | undefined;
    try {
      const fenced = new PatientStore(new FencedStore(new JournaledStore(state, journal), () => term), { clock, fence: term });
      await prepareLayout(fenced, version);
      const { exchangeKey } = await clusterRecord(fenced, randomBytes);
      const schedulers = () => this.leadership.schedulers();
      scheduler = this.options.scheduler({ state: fenced, journal, exchangeKey, term: term.number, schedulers, leads: () => term.holds() });
      await scheduler.start();
      if (!term.holds()) return scheduler.abandon();
      reign.scheduler = scheduler;
      log.info('The leader has recovered and takes calls', { term: term.number, ms: Math.round(clock.monotonic() - from) });
      this.becomeReady();
    } catch (thrown) {
      scheduler?.abandon();
      this.beginFailed(reign, thrown);
    }
  }

  private beginFailed({ term }: Reign, thrown: unknown): void {
    if (!term.holds() || (isArbalestError(thrown) && thrown.code === 'NOT_LEADER')) return;
    const error = toArbalestError(thrown);
    this.options.log.error('This scheduler cannot lead', { term: term.number, code: error.code, cause: error.message });
    // What is wrong with the state or the settings stays wrong; anything else may be better the next time, or elsewhere.
    if (error.family === 'user' || (error.family === 'internal' && !this.ready)) this.broken.reject(thrown);
    term.broken(error);
  }

  private stepDown(): void {
    const { reign } = this;
    this.reign = undefined;
    if (!reign) return;
    reign.scheduler?.abandon();
    reign.journal.end();
  }

  private leadershipChanged(): void {
    if (this.leadership.state !== 'leading' && this.leadership.leader !== undefined) this.becomeReady();
  }

  private becomeReady(): void {
    this.ready = true;
    this.known.resolve();
  }

  private async end(options: Parameters<SchedulerApi['stop']>[0]): Promise<void> {
    const { reign } = this;
    await reign?.scheduler?.stop(options);
    if (reign?.term.holds()) await reign.journal.kept().catch(() => {});
    await this.leadership.stop();
    this.stepDown();
  }
}
