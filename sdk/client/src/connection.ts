import type { Parameters } from './parameters.js';
import { progressFrom, type Progress } from './progress.js';
import type { AttachOptions, QueryOptions, Result } from './result.js';
import { type Name, Session, type SessionOptions, type Statement } from './session.js';
import { type ArbalestError, errorFromInfo } from './client-error.js';
import type { ExecutorSummary, JobSummary } from './messages.js';
import type { SchedulerState, Transport } from './transport.js';
import { wireNumber } from './wire-number.js';

/** A statement that the scheduler runs or has run. */
export interface Job {
  readonly job: string;
  readonly session: string;
  /** Whose it is; empty where users are not told apart. */
  readonly user: string;
  readonly sql: string;
  readonly state: 'planning' | 'running' | 'finished' | 'failed' | 'cancelled';
  readonly submitted: Date;
  readonly elapsedMs: number;
  readonly progress?: Progress;
  readonly error?: ArbalestError;
  /** It was submitted to go on without a client; see `submit`. */
  readonly detached: boolean;
  /** Its result can be read until then. Absent where there is none to read, or no limit yet. */
  readonly resultExpires?: Date;
}

/** A statement that goes on by itself. */
export interface DetachedJob {
  readonly job: string;
}

export interface ExecutorInfo {
  readonly executor: string;
  readonly host: string;
  readonly pid: number;
  readonly address: string;
  /** `aside`: it kept failing and gets no tasks for a while. */
  readonly state: 'active' | 'draining' | 'aside' | 'lost';
  readonly slots: number;
  readonly slotsUsed: number;
  readonly threads: number;
  readonly memoryBytes: number;
  readonly memoryUsedBytes: number;
  /** When it joined. */
  readonly connected: Date;
  readonly version: string;
}

export interface Plugin {
  readonly id: string;
  readonly kind: string;
  readonly version: string;
}

/**
 * A way to run SQL: on a scheduler and executors elsewhere, or on such within this process. Made by `connect`.
 *
 * Its own statements share one session; `session` opens further ones. Closing cancels what still runs and stops what `connect` has started.
 */
export class Connection implements AsyncDisposable {
  readonly #sessions = new Set<Session>();
  #closed: Promise<void> | undefined;

  private constructor(
    private readonly transport: Transport,
    private readonly own: Session,
    private readonly defaults: SessionOptions,
  ) {}

  /** A connection over a transport, which it owns from now on: also when this rejects, the transport is closed. */
  static async open(transport: Transport, options: SessionOptions = {}, signal?: AbortSignal): Promise<Connection> {
    try {
      return new Connection(transport, await Session.open(transport, options, signal), options);
    } catch (error) {
      await transport.close();
      throw error;
    }
  }

  /** Version of the server. */
  get version(): string {
    return this.own.version;
  }

  /** As `Session.sql`, in the connection's own session. */
  sql(text: string, parameters?: Parameters, options?: QueryOptions): Result {
    return this.own.sql(text, parameters, options);
  }

  /** As `Session.submit`, in the connection's own session; the job stays when the connection is closed. */
  async submit(text: string, parameters?: Parameters, options?: Pick<QueryOptions, 'signal' | 'timeoutMs'>): Promise<DetachedJob> {
    return { job: await this.own.submit(text, parameters, options) };
  }

  /** As `Session.attach`. */
  attach(job: string, options?: AttachOptions): Result {
    return this.own.attach(job, options);
  }

  /** As `Session.execute`, in the connection's own session. */
  execute(script: string, options?: QueryOptions): AsyncGenerator<Result, void, undefined> {
    return this.own.execute(script, options);
  }

  /** As `Session.parse`. */
  parse(script: string, signal?: AbortSignal): Promise<Statement[]> {
    return this.own.parse(script, signal);
  }

  /** A session beside the connection's own; it starts with the settings that `connect` was given, and these. */
  async session(options: SessionOptions = {}): Promise<Session> {
    const session = await Session.open(this.transport, {
      ...this.defaults,
      ...options,
      settings: { ...this.defaults.settings, ...options.settings },
    });
    this.#sessions.add(session);
    return session;
  }

  /** Jobs that run, ran lately or have a result that is kept, the newest first. */
  async jobs({ limit = 100, signal }: { readonly limit?: number; readonly signal?: AbortSignal } = {}): Promise<Job[]> {
    const { jobs } = await this.transport.listJobs({ limit }, signal);
    return (jobs ?? []).map(jobFrom);
  }

  async executors(signal?: AbortSignal): Promise<ExecutorInfo[]> {
    const { executors } = await this.transport.listExecutors({}, signal);
    return (executors ?? []).map(executorFrom);
  }

  async plugins(signal?: AbortSignal): Promise<Plugin[]> {
    const { plugins } = await this.transport.listPlugins({}, signal);
    return (plugins ?? []).map(({ id, kind, version }) => ({ id: id ?? '', kind: kind ?? '', version: version ?? '' }));
  }

  /** As `Session.names`, of the connection's own session. */
  names(signal?: AbortSignal): Promise<Name[]> {
    return this.own.names(signal);
  }

  /** @returns false when there is no such job, or it has ended */
  async cancel(job: string, signal?: AbortSignal): Promise<boolean> {
    const { found } = await this.transport.cancelJob({ job }, signal);
    return found ?? false;
  }

  /** Drops a result that is kept, before its time is over. */
  async release(job: string, signal?: AbortSignal): Promise<void> {
    await this.transport.releaseResult({ job }, signal);
  }

  /**
   * Asks an executor to take no new tasks and to leave when its outputs were read or handed over; `executors` shows it until then.
   *
   * @returns false when there is no such executor
   */
  async drainExecutor(executor: string, signal?: AbortSignal): Promise<boolean> {
    const { found } = await this.transport.drainExecutor({ executor }, signal);
    return found ?? false;
  }

  /** The schedulers of the cluster and which of them leads; none when the scheduler is in this process. */
  async schedulers(signal?: AbortSignal): Promise<readonly SchedulerState[]> {
    return (await this.transport.schedulers?.(signal)) ?? [];
  }

  /** Idempotent. */
  close(): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    await Promise.all([this.own, ...this.#sessions].map((session) => session.close()));
    await this.transport.close();
  }
}

function jobFrom({ job, session, user, sql, state, submittedMs, elapsedMs, progress, error, detached, resultExpiresMs }: JobSummary): Job {
  const expires = wireNumber(resultExpiresMs);
  return {
    job: job ?? '',
    session: session ?? '',
    user: user ?? '',
    sql: sql ?? '',
    state: (state ?? 'running') as Job['state'],
    submitted: new Date(wireNumber(submittedMs)),
    elapsedMs: wireNumber(elapsedMs),
    ...(progress && { progress: progressFrom(job ?? '', progress) }),
    ...(error && { error: errorFromInfo(error) }),
    detached: detached ?? false,
    ...(expires > 0 && { resultExpires: new Date(expires) }),
  };
}

function executorFrom(summary: ExecutorSummary): ExecutorInfo {
  return {
    executor: summary.executor ?? '',
    host: summary.host ?? '',
    pid: summary.pid ?? 0,
    address: summary.address ?? '',
    state: (summary.state ?? 'active') as ExecutorInfo['state'],
    slots: summary.slots ?? 0,
    slotsUsed: summary.slotsUsed ?? 0,
    threads: summary.threads ?? 0,
    memoryBytes: wireNumber(summary.memoryBytes),
    memoryUsedBytes: wireNumber(summary.memoryUsedBytes),
    connected: new Date(wireNumber(summary.connectedMs)),
    version: summary.version ?? '',
  };
}
