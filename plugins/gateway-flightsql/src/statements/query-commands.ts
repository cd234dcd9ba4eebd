import type { FlightDescriptor, FlightInfo, FlightServerCall, PollInfo } from '@arbalest/flight';
import type { ParameterValue, SqlCaller } from '@arbalest/spi';
import type { ClientSession } from '../sessions/client-session.js';
import type { QueryResults } from './query-results.js';
import type { StatementRun } from './statement-run.js';
import type { Statements } from './statements.js';

/** A statement and the values for its parameters; several sets run it several times. */
export interface BoundStatement {
  readonly sql: string;
  readonly parameters: readonly (readonly ParameterValue[])[];
}

/** How long PollFlightInfo waits for something to tell. */
const POLL_MS = 1_000;

/** Statements that clients run for their results. */
export class QueryCommands {
  constructor(
    private readonly statements: Statements,
    private readonly results: QueryResults,
  ) {}

  /** Runs it to its end. The result waits with the executors. */
  info(statement: BoundStatement, descriptor: FlightDescriptor, session: ClientSession, { signal }: FlightServerCall): Promise<FlightInfo> {
    return session.use(async (caller) => {
      const runs = await this.runAll(statement, caller, signal);
      return this.results.info(runs, descriptor);
    });
  }

  /** Begins it, and says how far it has come within a moment. */
  poll(statement: BoundStatement, descriptor: FlightDescriptor, session: ClientSession, { signal }: FlightServerCall): Promise<PollInfo> {
    return session.use(async (caller) => {
      const run = this.statements.begin(caller, statement.sql, statement.parameters[0] ?? []);
      await this.ended(run, () => run.until(() => run.job !== '', signal));
      this.statements.keep(run);
      return this.state(run, descriptor, signal);
    });
  }

  /** Goes on with what `poll` has begun. */
  async pollAgain(
    message: Uint8Array,
    descriptor: FlightDescriptor,
    session: ClientSession,
    { signal }: FlightServerCall,
  ): Promise<PollInfo> {
    const { run } = await this.results.redeem(message, session.principal, signal);
    return this.state(run, descriptor, signal);
  }

  private async state(run: StatementRun, descriptor: FlightDescriptor, signal: AbortSignal): Promise<PollInfo> {
    const moment = AbortSignal.any([signal, AbortSignal.timeout(POLL_MS)]);
    const come = (): string => `${run.parts.length}/${run.progress}`;
    const before = come();
    await run.until(() => run.finished !== undefined || moment.aborted || come() !== before, moment);
    signal.throwIfAborted();
    const info = this.results.info([run], descriptor);
    if (run.finished) return { info, progress: 1 };
    return { info, progress: run.progress, descriptor: { type: 'command', command: this.results.ticket(run) } };
  }

  private async runAll({ sql, parameters }: BoundStatement, caller: SqlCaller, signal: AbortSignal): Promise<StatementRun[]> {
    const runs: StatementRun[] = [];
    try {
      for (const values of parameters.length > 0 ? parameters : [[]]) {
        const run = this.statements.begin(caller, sql, values);
        runs.push(run);
        await run.until(() => run.finished !== undefined, signal);
        if (run.parts.length > 0) this.statements.keep(run);
        else await this.statements.end(run);
      }
      return runs;
    } catch (thrown) {
      await Promise.all(runs.map((run) => this.statements.end(run)));
      throw thrown;
    }
  }

  private async ended(run: StatementRun, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      await this.statements.end(run);
      throw thrown;
    }
  }
}
