import { dataLostError, type Field, type SqlCaller, type SqlEvent, type SqlResultPart, type SqlService } from '@arbalest/spi';

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
  readonly parts: (SqlResultPart | undefined)[] = [];
  private jobId = '';
  private failure: { readonly error: unknown } | undefined;
  private readonly read = new Set<number>();
  private readonly stop = new AbortController();
  private wakes: (() => void)[] = [];

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

  /** Resolves as soon as `ready` is true; rejects when the statement fails before that, or with the signal's reason. */
  async until(ready: () => boolean, signal: AbortSignal): Promise<void> {
    for (;;) {
      if (this.failure) throw this.failure.error;
      if (ready()) return;
      signal.throwIfAborted();
      await this.change(signal);
    }
  }

  /** Resolves with the next event, or when the signal aborts. */
  change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        resolve();
      };
      signal.addEventListener('abort', wake, { once: true });
      this.wakes.push(wake);
      if (signal.aborted) wake();
    });
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

  /** Says that a part was read to its end. @returns whether that was the last one, so that the result is not needed any more */
  partRead(index: number): boolean {
    this.read.add(index);
    return this.finished !== undefined && this.parts.every((_, at) => this.read.has(at));
  }

  /** Cancels the job if it runs, and lets its result go. Idempotent, never rejects. */
  async end(): Promise<void> {
    this.stop.abort(new Error('The statement was cancelled'));
    const { principal } = this.caller;
    if (this.jobId !== '') await this.sql.release({ job: this.jobId, ...(principal ? { principal } : {}) }).catch(() => undefined);
  }

  private async follow(begin: (signal: AbortSignal) => AsyncIterable<SqlEvent>): Promise<void> {
    try {
      for await (const event of begin(this.stop.signal)) {
        this.take(event);
        this.wake();
      }
    } catch (error) {
      this.failure = { error };
    }
    this.wake();
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
      case 'part': {
        const known = this.parts[event.part.index];
        if (known === undefined || known.attempt < event.part.attempt) this.parts[event.part.index] = event.part;
        return;
      }
      case 'finished':
        this.progress = 1;
        this.finished = { rows: event.rows, tag: event.tag };
    }
  }

  private wake(): void {
    const { wakes } = this;
    this.wakes = [];
    for (const wake of wakes) wake();
  }
}
