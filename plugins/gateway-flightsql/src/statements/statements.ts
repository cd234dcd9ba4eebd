import { randomUUID } from 'node:crypto';
import { FlightError } from '@arbalest/flight';
import type { ParameterValue, Principal, SqlCaller, SqlService } from '@arbalest/spi';
import { KeptSeries } from './kept-series.js';
import { StatementRun } from './statement-run.js';
import { StatementSeries } from './statement-series.js';

/** A statement and the values for its parameters; several sets run it several times. */
export interface BoundStatement {
  readonly sql: string;
  readonly parameters: readonly (readonly ParameterValue[])[];
}

export interface StatementsOptions {
  readonly sql: SqlService;
  /** How long a result waits for its client, milliseconds. */
  readonly resultMs: number;
  /** How long results can be read again, milliseconds. */
  readonly rereadMs: number;
  readonly now: () => number;
}

/** How often the progress of a statement is heard of. */
const PROGRESS_MS = 250;

/** The statements whose results clients of this gateway may still fetch. */
export class Statements {
  /** By the job of each of their runs. */
  private readonly kept = new Map<string, KeptSeries>();

  constructor(private readonly options: StatementsOptions) {}

  /** Those whose results were not read yet. */
  get count(): number {
    return new Set([...this.kept.values()].filter(({ series }) => !series.isRead)).size;
  }

  get resultMs(): number {
    return this.options.resultMs;
  }

  now(): number {
    return this.options.now();
  }

  /** Runs a statement. Whoever calls ends it when nobody will ask for it any more. */
  beginOne(caller: SqlCaller, sql: string, parameters: readonly ParameterValue[]): StatementRun {
    const request = { sql, parameters, key: randomUUID(), progressIntervalMs: PROGRESS_MS };
    return new StatementRun(caller, this.options.sql, (signal) => this.options.sql.execute(caller, request, signal));
  }

  /** The same for each set of its parameters. */
  begin(caller: SqlCaller, { sql, parameters }: BoundStatement): StatementSeries {
    return StatementSeries.begin(parameters, (values) => this.beginOne(caller, sql, values));
  }

  /** Makes it known by its jobs, as many as have begun, until nobody has used it for the time that results wait. */
  keep(series: StatementSeries): KeptSeries {
    const kept = [...this.kept.values()].find((known) => known.series === series) ?? this.newlyKept(series);
    for (const { job } of series.runs) this.kept.set(job, kept);
    return kept;
  }

  /**
   * The statement of a job, also of one that another gateway has begun.
   *
   * @param count of its runs, which only the gateway knows that has begun them when they are several
   * @throws FlightError of status NOT_FOUND
   */
  async find(job: string, count: number, principal: Principal | undefined, signal: AbortSignal): Promise<KeptSeries> {
    const known = this.kept.get(job);
    if (known) {
      if (known.series.first.caller.principal?.name !== principal?.name) throw gone(job);
      return known;
    }
    if (count > 1) throw gone(job);
    const caller = principal ? { principal } : {};
    const series = StatementSeries.of(
      new StatementRun(caller, this.options.sql, (stop) => this.options.sql.attach({ job, ...caller }, stop)),
    );
    await series.until(() => series.first.job !== '', signal);
    // Another call may have been as quick.
    return this.kept.get(job) ?? this.keep(series);
  }

  /** Cancels it, lets its result go and forgets it. */
  async end(series: StatementSeries): Promise<void> {
    for (const [job, kept] of this.kept) {
      if (kept.series !== series) continue;
      kept.forget();
      this.kept.delete(job);
    }
    await series.end();
  }

  async endAll(): Promise<void> {
    await Promise.all([...this.kept.values()].map(({ series }) => this.end(series)));
  }

  private newlyKept(series: StatementSeries): KeptSeries {
    return new KeptSeries(series, { ...this.options, onOver: () => void this.end(series) });
  }
}

function gone(job: string): FlightError {
  return new FlightError('NOT_FOUND', `There is no job ${job}, or its result is no longer kept; run the statement again`);
}
