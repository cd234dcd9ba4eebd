import { randomUUID } from 'node:crypto';
import { FlightError } from '@arbalest/flight';
import type { ParameterValue, Principal, SqlCaller, SqlService } from '@arbalest/spi';
import { StatementRun } from './statement-run.js';

export interface StatementsOptions {
  readonly sql: SqlService;
  /** How long a result waits for its client, milliseconds. */
  readonly resultMs: number;
}

/** How often the progress of a statement is heard of. */
const PROGRESS_MS = 250;

/** The statements whose results clients of this gateway may still fetch. */
export class Statements {
  private readonly runs = new Map<string, { readonly run: StatementRun; readonly timer: NodeJS.Timeout }>();

  constructor(private readonly options: StatementsOptions) {}

  /** Those whose results were not read yet. */
  get count(): number {
    return this.runs.size;
  }

  get resultMs(): number {
    return this.options.resultMs;
  }

  /** Runs a statement. Whoever calls ends it when nobody will ask for it any more. */
  begin(caller: SqlCaller, sql: string, parameters: readonly ParameterValue[]): StatementRun {
    const request = { sql, parameters, key: randomUUID(), progressIntervalMs: PROGRESS_MS };
    return new StatementRun(caller, this.options.sql, (signal) => this.options.sql.execute(caller, request, signal));
  }

  /** Makes the run known by its job, until its time is over. */
  keep(run: StatementRun): void {
    if (this.runs.has(run.job)) return;
    const timer = setTimeout(() => void this.end(run), this.options.resultMs);
    timer.unref();
    this.runs.set(run.job, { run, timer });
  }

  /**
   * The run of a job, also of one that another gateway has begun.
   *
   * @throws FlightError of status NOT_FOUND
   */
  async find(job: string, principal: Principal | undefined, signal: AbortSignal): Promise<StatementRun> {
    const known = this.runs.get(job)?.run;
    if (known) {
      if (known.caller.principal?.name !== principal?.name) throw gone(job);
      return known;
    }
    const caller = principal ? { principal } : {};
    const run = new StatementRun(caller, this.options.sql, (stop) => this.options.sql.attach({ job, ...caller }, stop));
    await run.until(() => run.job !== '', signal);
    this.keep(run);
    return run;
  }

  /** Cancels it, lets its result go and forgets it. */
  async end(run: StatementRun): Promise<void> {
    const kept = this.runs.get(run.job);
    if (kept?.run === run) {
      clearTimeout(kept.timer);
      this.runs.delete(run.job);
    }
    await run.end();
  }

  async endAll(): Promise<void> {
    await Promise.all([...this.runs.values()].map(({ run }) => this.end(run)));
  }
}

function gone(job: string): FlightError {
  return new FlightError('NOT_FOUND', `There is no job ${job}, or its result is no longer kept; run the statement again`);
}
