import type { ParameterValue } from '@arbalest/spi';
import { Changes } from './changes.js';
import type { StatementRun } from './statement-run.js';

/** A statement's runs: one for each set of parameters, one after the other, each begun when the one before has succeeded. Their results follow each other. */
export class StatementSeries {
  /** Those that were begun. */
  readonly runs: StatementRun[] = [];
  /** All have ended well. */
  isFinished = false;
  private failure: { readonly error: unknown } | undefined;
  private readonly changes = new Changes();
  private readonly stop = new AbortController();

  /** Resolves when it is over, however it ends. */
  readonly ended: Promise<void>;

  private constructor(
    /** Runs that there will be. */
    readonly count: number,
    private readonly begin: (at: number) => StatementRun,
  ) {
    this.ended = this.follow();
  }

  /** @param sets values of the parameters; without any it runs once */
  static begin(sets: readonly (readonly ParameterValue[])[], begin: (values: readonly ParameterValue[]) => StatementRun): StatementSeries {
    return new StatementSeries(Math.max(1, sets.length), (at) => begin(sets[at] ?? []));
  }

  /** Of a run that is under way already. */
  static of(run: StatementRun): StatementSeries {
    return new StatementSeries(1, () => run);
  }

  get first(): StatementRun {
    return this.runs[0]!;
  }

  get isOver(): boolean {
    return this.isFinished || this.failure !== undefined;
  }

  /** From 0 to 1. */
  get progress(): number {
    return this.runs.reduce((sum, { progress }) => sum + progress, 0) / this.count;
  }

  /** All that there is of the results was read. */
  get isRead(): boolean {
    return this.isFinished && this.runs.every((run) => run.isRead);
  }

  /** Resolves as soon as `ready` is true; rejects when one of them fails before that, or with the signal's reason. */
  until(ready: () => boolean, signal: AbortSignal): Promise<void> {
    return this.changes.until(() => {
      if (this.failure) throw this.failure.error;
      return ready();
    }, signal);
  }

  /** Resolves when it is over, or the signal aborts. */
  async over(signal: AbortSignal): Promise<void> {
    await this.changes.until(() => this.isOver || signal.aborted, signal);
  }

  /** Waits for the run at that place. Undefined when there will be none. */
  async at(place: number, signal: AbortSignal): Promise<StatementRun | undefined> {
    await this.changes.until(() => this.runs[place] !== undefined || this.isOver, signal);
    if (this.failure && this.runs[place] === undefined) throw this.failure.error;
    return this.runs[place];
  }

  /** The results were read, and may be read again for so long, milliseconds. Never rejects. */
  async keep(keepMs: number): Promise<void> {
    await Promise.all(this.runs.map((run) => run.keep(keepMs)));
  }

  /** Cancels what runs, and lets the results go. Idempotent, never rejects. */
  async end(): Promise<void> {
    this.stop.abort(new Error('The statement was cancelled'));
    await Promise.all(this.runs.map((run) => run.end()));
  }

  private async follow(): Promise<void> {
    try {
      for (let at = 0; at < this.count; at++) await this.runTo(at);
      this.isFinished = true;
    } catch (error) {
      this.failure = { error };
    }
    this.changes.tell();
  }

  private async runTo(at: number): Promise<void> {
    this.stop.signal.throwIfAborted();
    const run = this.begin(at);
    const unwatch = run.changes.watch(() => this.changes.tell());
    this.runs.push(run);
    this.changes.tell();
    try {
      await run.until(() => run.finished !== undefined, this.stop.signal);
    } finally {
      unwatch();
    }
  }
}
