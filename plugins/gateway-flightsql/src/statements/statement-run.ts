import { dataLostError, type Field, type SqlCaller, type SqlEvent, type SqlResultPart, type SqlService } from '@arbalest/spi';
import { Changes } from './changes.js';

export interface Finished {
  readonly rows: number;
  readonly tag: string;
}

/**
 * One statement's job, whose events are followed whether or not anybody waits for them: it says where the parts of the result lie, the newest attempt of
 * each, and holds no rows but the few that came with the events.
 */
export class StatementRun {
  /** From 0 to 1. */
  progress = 0;
  fields: readonly Field[] | undefined;
  finished: Finished | undefined;
  failure: { readonly error: unknown } | undefined;
  /** How often the statement was begun anew before: parts of two rounds never make one result. */
  round = 0;
  readonly parts: (SqlResultPart | undefined)[] = [];
  readonly changes = new Changes();
  private jobId = '';
  private readonly read = new Set<number>();
  private readonly stop = new AbortController();

  /** @param begin makes the job, or attaches to it */
  constructor(
    readonly caller: Pick<SqlCaller, 'principal'>,
    private readonly sql: SqlService,
    begin: (signal: AbortSignal) => AsyncIterable<SqlEvent>,
  ) {
    void this.follow(begin);
  }

  /** Empty until it is accepted. */
  get job(): string {
    return this.jobId;
  }

  get isOver(): boolean {
    return this.finished !== undefined || this.failure !== undefined;
  }

  /** All parts were read to their ends. */
  get isRead(): boolean {
    return this.finished !== undefined && this.parts.every((_, at) => this.read.has(at));
  }

  /** Resolves as soon as `ready` is true; rejects when the statement fails before that, or with the signal's reason. */
  until(ready: () => boolean, signal: AbortSignal): Promise<void> {
    return this.changes.until(() => {
      if (this.failure) throw this.failure.error;
      return ready();
    }, signal);
  }

  /** Waits until it is known whether there is a part at `index`. */
  async hasPart(index: number, signal: AbortSignal): Promise<boolean> {
    await this.until(() => this.parts[index] !== undefined || this.finished !== undefined, signal);
    return this.parts[index] !== undefined;
  }

  /**
   * The part at `index`, of an attempt after `after`; waits for it.
   *
   * @throws data-lost error `RESULT_LOST` when there will be none
   */
  async part(index: number, after: number, signal: AbortSignal): Promise<SqlResultPart> {
    const known = (): SqlResultPart | undefined => {
      const part = this.parts[index];
      return part !== undefined && part.attempt > after ? part : undefined;
    };
    await this.until(() => known() !== undefined || this.finished !== undefined, signal);
    const part = known();
    if (part) return part;
    throw dataLostError('RESULT_LOST', `Part ${index} of the result of job ${this.job} is lost; run the statement again`);
  }

  /** The part was lost, and is made anew elsewhere. */
  isStale({ index, attempt, run = 0 }: SqlResultPart): boolean {
    return run < this.round || (this.parts[index]?.attempt ?? attempt) > attempt;
  }

  partRead(index: number): void {
    this.read.add(index);
  }

  /** Says that all was read and may be read again for so long, milliseconds: after that it goes also if this gateway is gone by then. Never rejects. */
  async keep(keepMs: number): Promise<void> {
    const { principal } = this.caller;
    await this.sql.release({ job: this.jobId, keepMs, ...(principal ? { principal } : {}) }).catch(() => undefined);
  }

  /** Cancels the job if it runs, and lets its result go. Idempotent, never rejects. */
  async end(): Promise<void> {
    const runs = !this.isOver;
    this.stop.abort(new Error('The statement was cancelled'));
    if (this.jobId === '') return;
    const { principal } = this.caller;
    const job = { job: this.jobId, ...(principal ? { principal } : {}) };
    if (runs) await this.sql.cancel(job).catch(() => false);
    await this.sql.release(job).catch(() => undefined);
  }

  private async follow(begin: (signal: AbortSignal) => AsyncIterable<SqlEvent>): Promise<void> {
    try {
      for await (const event of begin(this.stop.signal)) {
        this.take(event);
        this.changes.tell();
      }
    } catch (error) {
      this.failure = { error };
    }
    this.changes.tell();
  }

  private take(event: SqlEvent): void {
    switch (event.kind) {
      case 'accepted':
        this.jobId = event.job;
        return;
      case 'schema':
        this.fields = event.fields;
        return;
      case 'progress':
        this.progress = event.fraction;
        return;
      case 'part':
        return this.takePart(event.part);
      case 'finished':
        this.progress = 1;
        this.finished = { rows: event.rows, tag: event.tag };
    }
  }

  private takePart(part: SqlResultPart): void {
    const { index, attempt, run = 0 } = part;
    if (run > this.round) {
      this.round = run;
      this.parts.length = 0;
      this.read.clear();
    }
    const known = this.parts[index];
    if (run === this.round && (known === undefined || known.attempt < attempt)) this.parts[index] = part;
  }
}
