import type { FlightDescriptor, FlightInfo, FlightServerCall, PollInfo } from '@arbalest/flight';
import type { ClientSession } from '../sessions/client-session.js';
import type { KeptSeries } from './kept-series.js';
import type { QueryResults } from './query-results.js';
import type { StatementSeries } from './statement-series.js';
import type { BoundStatement, Statements } from './statements.js';

export interface QueryCommandsOptions {
  readonly statements: Statements;
  readonly results: QueryResults;
  /** How long GetFlightInfo waits for the end of a statement whose columns are known, milliseconds. */
  readonly endpointsWaitMs: number;
}

/** How long PollFlightInfo waits for something to tell. */
const POLL_MS = 1_000;

/** Statements that clients run for their results. */
export class QueryCommands {
  constructor(private readonly options: QueryCommandsOptions) {}

  /**
   * Runs it. One that has ended within a moment is answered with an endpoint for each part of its result; one that takes longer, once its columns are
   * known, with one endpoint that streams the parts. A statement that is no query has no columns before its end, which is waited for.
   */
  info(statement: BoundStatement, descriptor: FlightDescriptor, session: ClientSession, { signal }: FlightServerCall): Promise<FlightInfo> {
    return this.begun(statement, session, async (series) => {
      await series.until(() => series.isFinished || series.first.fields !== undefined, signal);
      await series.over(AbortSignal.any([signal, AbortSignal.timeout(this.options.endpointsWaitMs)]));
      signal.throwIfAborted();
      await series.until(() => true, signal);
      return series.isFinished ? this.wholeInfo(series, descriptor) : this.streamInfo(series, descriptor);
    });
  }

  /** Begins it, and says how far it has come within a moment. */
  poll(statement: BoundStatement, descriptor: FlightDescriptor, session: ClientSession, { signal }: FlightServerCall): Promise<PollInfo> {
    return this.begun(statement, session, async (series) => {
      await series.until(() => series.first.job !== '', signal);
      return this.state(this.options.statements.keep(series), descriptor, signal);
    });
  }

  /** Goes on with what `poll` has begun. */
  async pollAgain(
    message: Uint8Array,
    descriptor: FlightDescriptor,
    session: ClientSession,
    { signal }: FlightServerCall,
  ): Promise<PollInfo> {
    const { kept } = await this.options.results.redeem(message, session.principal, signal);
    return this.state(kept, descriptor, signal);
  }

  private async state(kept: KeptSeries, descriptor: FlightDescriptor, signal: AbortSignal): Promise<PollInfo> {
    using _ = kept.use();
    const { series } = kept;
    const { statements, results } = this.options;
    const moment = AbortSignal.any([signal, AbortSignal.timeout(POLL_MS)]);
    const come = (): string => `${series.runs.map(({ parts }) => parts.length).join()}/${series.progress}`;
    const before = come();
    await series.until(() => series.isFinished || moment.aborted || come() !== before, moment);
    signal.throwIfAborted();
    statements.keep(series);
    const promise = kept.promise();
    const info = results.info({ series, ...(promise ? { promise } : {}) }, descriptor);
    if (series.isFinished) return { info, progress: 1 };
    return {
      ...{ info, progress: series.progress, descriptor: { type: 'command', command: results.ticket(series) } },
      expirationTime: new Date(statements.now() + statements.resultMs),
    };
  }

  private async wholeInfo(series: StatementSeries, descriptor: FlightDescriptor): Promise<FlightInfo> {
    const { statements, results } = this.options;
    if (series.runs.every(({ parts }) => parts.length === 0)) {
      await statements.end(series);
      return results.info({ series }, descriptor);
    }
    const promise = statements.keep(series).promise();
    return results.info({ series, ...(promise ? { promise } : {}) }, descriptor);
  }

  private streamInfo(series: StatementSeries, descriptor: FlightDescriptor): FlightInfo {
    this.options.statements.keep(series);
    return this.options.results.streamInfo(series, descriptor);
  }

  /** Ends it when `work` fails. */
  private begun<T>(statement: BoundStatement, session: ClientSession, work: (series: StatementSeries) => Promise<T>): Promise<T> {
    return session.use(async (caller) => {
      const series = this.options.statements.begin(caller, statement);
      try {
        return await work(series);
      } catch (thrown) {
        await this.options.statements.end(series);
        throw thrown;
      }
    });
  }
}
