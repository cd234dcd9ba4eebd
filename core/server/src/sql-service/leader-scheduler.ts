import type { MethodDefinition } from '@grpc/grpc-js';
import { fromErrorInfo } from '@arbalest/executor';
import type { arbalest } from '@arbalest/proto';
import { type SchedulerApi, schedulerDefinition } from '@arbalest/scheduler';
import { type ArbalestError, isArbalestError, type Principal, transientError } from '@arbalest/spi';
import type { ClusterChannels } from '../security/channels.js';
import { SchedulerLink } from './scheduler-link.js';
import type { SqlScheduler } from './sql-scheduler.js';

type JobEvent = arbalest.scheduler.v1.IJobEvent;
type UnaryName = Exclude<keyof SqlScheduler, 'execute' | 'attachJob'>;

/** They say nothing of the call, only that this scheduler cannot answer it now. */
const BREAKS: ReadonlySet<string> = new Set(['NOT_LEADER', 'SCHEDULER_STOPPED', 'SCHEDULER_LOST']);
const PAUSE_MS = 100;
/** Binding a statement may take a minute. */
const CALL_MS = 70_000;

export interface LeaderSchedulerOptions {
  /** The one of this process. */
  readonly local: SqlScheduler & Pick<SchedulerApi, 'getLeader'>;
  readonly channels: ClusterChannels;
  /** How long a scheduler that leads is looked for after a break, milliseconds. @default 30000 */
  readonly patienceMs?: number;
}

/**
 * The scheduler that leads, wherever it is: the one of this process, or another one over gRPC. A call that breaks because the leader changes is made
 * again. Of a statement's events those that were passed on before are passed over then: the job is the same, by its key.
 */
export class LeaderScheduler implements SqlScheduler {
  private readonly links = new Map<string, SchedulerLink>();

  constructor(private readonly options: LeaderSchedulerOptions) {}

  readonly openSession = this.unary('openSession');
  readonly closeSession = this.unary('closeSession');
  readonly releaseResult = this.unary('releaseResult');
  readonly cancelJob = this.unary('cancelJob');
  readonly describeStatement = this.unary('describeStatement');
  readonly listCatalogs = this.unary('listCatalogs');
  readonly listTables = this.unary('listTables');
  readonly listSettings = this.unary('listSettings');

  execute(request: Parameters<SqlScheduler['execute']>[0], signal: AbortSignal, caller?: Principal): AsyncGenerator<JobEvent> {
    return this.events(
      () => this.options.local.execute(request, signal, caller),
      (link) => link.stream(schedulerDefinition.execute, request, signal, caller),
      signal,
    );
  }

  attachJob(request: Parameters<SqlScheduler['attachJob']>[0], signal: AbortSignal, caller?: Principal): AsyncGenerator<JobEvent> {
    return this.events(
      () => this.options.local.attachJob(request, signal, caller),
      (link) => link.stream(schedulerDefinition.attachJob, request, signal, caller),
      signal,
    );
  }

  close(): void {
    for (const link of this.links.values()) link.close();
    this.links.clear();
  }

  private unary<N extends UnaryName>(name: N): SqlScheduler[N] {
    const method = schedulerDefinition[name] as unknown as MethodDefinition<unknown, unknown>;
    const call = async (request: unknown, caller?: Principal): Promise<unknown> => {
      const patience = this.patience();
      for (;;) {
        try {
          const local = this.options.local[name] as (request: unknown, caller?: Principal) => Promise<unknown>;
          return await this.somewhere(
            () => local.call(this.options.local, request, caller),
            (link) => link.call(method, request, caller, CALL_MS),
          );
        } catch (thrown) {
          await patience(thrown);
        }
      }
    };
    return call as SqlScheduler[N];
  }

  private async *events(
    here: () => AsyncIterable<JobEvent>,
    there: (link: SchedulerLink) => AsyncIterable<JobEvent>,
    signal: AbortSignal,
  ): AsyncGenerator<JobEvent, void, undefined> {
    const told = new ToldEvents();
    let patience = this.patience();
    for (;;) {
      signal.throwIfAborted();
      try {
        for await (const event of this.anywhere(here, there)) {
          throwIfBreak(event);
          patience = this.patience();
          if (told.isNews(event)) yield event;
          if (event.finished ?? event.failed) return;
        }
        throw transientError('SCHEDULER_LOST', 'The events of a statement ended before the statement did');
      } catch (thrown) {
        signal.throwIfAborted();
        if (thrown instanceof SecondRun) await this.cancelJob({ job: thrown.job }).catch(() => undefined);
        await patience(thrown instanceof SecondRun ? thrown.error : thrown);
      }
    }
  }

  /** Here and, when this scheduler says that another one leads, there. */
  private async somewhere<T>(here: () => Promise<T>, there: (link: SchedulerLink) => Promise<T>): Promise<T> {
    try {
      return await here();
    } catch (thrown) {
      return there(this.leaderIn(thrown));
    }
  }

  private async *anywhere<T>(here: () => AsyncIterable<T>, there: (link: SchedulerLink) => AsyncIterable<T>): AsyncGenerator<T> {
    try {
      yield* here();
      return;
    } catch (thrown) {
      yield* there(this.leaderIn(thrown));
    }
  }

  /** The scheduler that an error names as the leader. @throws the error, when it names none */
  private leaderIn(thrown: unknown): SchedulerLink {
    if (!isBreak(thrown) || !thrown.details.leader) throw thrown;
    const url = thrown.details.leader;
    const link = this.links.get(url) ?? new SchedulerLink(url, this.options.channels);
    this.links.set(url, link);
    return link;
  }

  /** Resolves when it is time for another try; throws what another try would not mend. */
  private patience(): (thrown: unknown) => Promise<void> {
    let until: number | undefined;
    return async (thrown) => {
      until ??= performance.now() + (this.options.patienceMs ?? 30_000);
      if (!isBreak(thrown) || performance.now() > until) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    };
  }
}

/** A job that is to be cancelled: the first one may have had its effect. */
class SecondRun extends Error {
  constructor(
    readonly job: string,
    readonly error: ArbalestError,
  ) {
    super(error.message, { cause: error });
  }
}

/** What the consumer of a statement's events knows already. */
class ToldEvents {
  private job: string | undefined;
  private schema = false;
  private readonly parts = new Map<number, number>();

  /** @throws SecondRun when the statement was taken for a new one */
  isNews({ accepted, schema, part }: JobEvent): boolean {
    if (accepted) return this.isNewJob(accepted.job ?? '');
    if (schema) return !this.schema && (this.schema = true);
    if (!part) return true;
    const { index, attempt } = { index: part.index ?? 0, attempt: part.attempt ?? 0 };
    if ((this.parts.get(index) ?? -1) >= attempt) return false;
    this.parts.set(index, attempt);
    return true;
  }

  private isNewJob(job: string): boolean {
    if (this.job === undefined) {
      this.job = job;
      return true;
    }
    if (this.job === job) return false;
    const message = `The scheduler has lost the job ${this.job} in a change of the leader, and was about to run it a second time`;
    throw new SecondRun(job, transientError('JOB_LOST', message));
  }
}

function throwIfBreak({ failed }: JobEvent): void {
  if (!failed) return;
  const error = fromErrorInfo(failed);
  if (isBreak(error)) throw error;
}

function isBreak(thrown: unknown): thrown is ArbalestError {
  return isArbalestError(thrown) && thrown.family === 'transient' && BREAKS.has(thrown.code);
}
