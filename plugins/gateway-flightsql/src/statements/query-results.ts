import type { FlightDescriptor, FlightEndpoint, FlightFrame, FlightInfo } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import { type ArrowStream, isArbalestError, type Principal, type SqlService } from '@arbalest/spi';
import { packFlightSql } from '../any.js';
import { schemaMessage } from '../arrow/arrow-schema.js';
import { invalid } from '../errors.js';
import type { Tickets } from '../tickets.js';
import type { StatementRun } from './statement-run.js';
import type { Statements } from './statements.js';

export interface QueryResultsOptions {
  readonly sql: SqlService;
  readonly statements: Statements;
  readonly tickets: Tickets;
  readonly now: () => number;
}

const { TicketStatementQuery } = arrow.flight.protocol.sql;

/** The results of statements as Flight has them: infos with an endpoint for each part, and the parts themselves. */
export class QueryResults {
  constructor(private readonly options: QueryResultsOptions) {}

  /** As far as the runs have come: an endpoint for each part that can be read by now. All runs have the same columns. */
  info(runs: readonly StatementRun[], descriptor: FlightDescriptor): FlightInfo {
    const { fields } = runs[0]!;
    const endpoints = runs.flatMap((run) => run.parts.flatMap((part) => (part ? [this.endpoint(run, part.index)] : [])));
    const over = runs.every((run) => run.finished !== undefined);
    return {
      ...(fields ? { schema: schemaMessage(fields) } : over ? { schema: schemaMessage([]) } : {}),
      ...{ descriptor, endpoints, ordered: true },
      totalRecords: over ? runs.reduce((sum, run) => sum + run.finished!.rows, 0) : -1,
      totalBytes: totalBytes(runs),
    };
  }

  /** The bytes of a ticket; without a part, of the job as a whole. */
  ticket(run: StatementRun, part?: number): Uint8Array {
    const { statements, tickets, now } = this.options;
    const user = run.caller.principal?.name;
    const claims = { job: run.job, expires: now() + statements.resultMs, ...(user === undefined ? {} : { user }) };
    const statementHandle = tickets.sign(part === undefined ? claims : { ...claims, part });
    return packFlightSql('TicketStatementQuery', TicketStatementQuery.encode({ statementHandle }).finish());
  }

  /** The run that a ticket's message is of, and the part that it names. @throws FlightError when the ticket is not good */
  async redeem(message: Uint8Array, principal: Principal | undefined, signal: AbortSignal) {
    const { statementHandle } = TicketStatementQuery.decode(message);
    const { job, part } = this.options.tickets.verify(statementHandle, principal?.name);
    return { run: await this.options.statements.find(job, principal, signal), part };
  }

  /** A part of a result, as it is read where it lies. What is lost before its first batch is read again from where it was made anew. */
  async *frames(message: Uint8Array, principal: Principal | undefined, signal: AbortSignal): AsyncGenerator<FlightFrame, void, undefined> {
    const { run, part: index } = await this.redeem(message, principal, signal);
    if (index === undefined) throw invalid('The ticket names a statement, not a part of its result');
    await run.until(() => run.fields !== undefined, signal);
    yield { metadata: schemaMessage(run.fields!) };
    for await (const { metadata, body } of this.batches(run, index, signal)) yield { metadata, body };
    if (run.partRead(index)) await this.options.statements.end(run);
  }

  private async *batches(
    run: StatementRun,
    index: number,
    signal: AbortSignal,
  ): AsyncGenerator<{ metadata: Uint8Array; body: Uint8Array }> {
    let attempt = -1;
    for (;;) {
      const part = await run.part(index, attempt, signal);
      attempt = part.attempt;
      let begun = false;
      let stream: ArrowStream | undefined;
      try {
        stream = await this.options.sql.read(part, signal);
        for await (const batch of stream.batches) {
          begun = true;
          yield batch;
        }
        return;
      } catch (thrown) {
        signal.throwIfAborted();
        const mayComeAgain = isArbalestError(thrown) && thrown.family === 'data-lost' && !begun && run.finished === undefined;
        if (!mayComeAgain) throw thrown;
      }
    }
  }

  private endpoint(run: StatementRun, part: number): FlightEndpoint {
    return { ticket: this.ticket(run, part) };
  }
}

function totalBytes(runs: readonly StatementRun[]): number {
  let sum = 0;
  for (const { parts, finished } of runs) {
    if (!finished) return -1;
    for (const part of parts) {
      if (part?.bytes === undefined) return -1;
      sum += part.bytes;
    }
  }
  return sum;
}
