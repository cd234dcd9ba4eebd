import type { FlightDescriptor, FlightEndpoint, FlightFrame, FlightInfo } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import type { ArrowBatch, Principal, SqlService } from '@arbalest/spi';
import { packFlightSql } from '../any.js';
import { schemaMessage } from '../arrow/arrow-schema.js';
import { invalid } from '../errors.js';
import type { Tickets } from '../tickets.js';
import type { KeptSeries } from './kept-series.js';
import { ResultReader } from './result-reader.js';
import type { StatementRun } from './statement-run.js';
import type { StatementSeries } from './statement-series.js';
import type { Statements } from './statements.js';

export interface QueryResultsOptions {
  readonly sql: SqlService;
  readonly statements: Statements;
  readonly tickets: Tickets;
  readonly now: () => number;
}

type Redeemed = Awaited<ReturnType<QueryResults['redeem']>>;

const { TicketStatementQuery } = arrow.flight.protocol.sql;

/** The results of statements as Flight has them: infos with endpoints, and what the endpoints give. */
export class QueryResults {
  private readonly reader: ResultReader;

  constructor(private readonly options: QueryResultsOptions) {
    this.reader = new ResultReader(options.sql);
  }

  /** As far as the statement has come: an endpoint for each part that can be read by now. All runs have the same columns. */
  info({ series, promise }: { readonly series: StatementSeries; readonly promise?: Date }, descriptor: FlightDescriptor): FlightInfo {
    const { runs, first, isFinished } = series;
    const endpoints = runs.flatMap((run) =>
      run.parts.flatMap((part) => (part ? [this.endpoint(this.ticket(series, part.index, run), promise)] : [])),
    );
    return {
      ...(first.fields ? { schema: schemaMessage(first.fields) } : isFinished ? { schema: schemaMessage([]) } : {}),
      ...{ descriptor, endpoints, ordered: true },
      totalRecords: isFinished ? runs.reduce((sum, run) => sum + run.finished!.rows, 0) : -1,
      totalBytes: isFinished ? totalBytes(runs) : -1,
    };
  }

  /** One endpoint, which gives all rows in their order as they come. It can be read once: whoever leaves it ends the statement. */
  streamInfo(series: StatementSeries, descriptor: FlightDescriptor): FlightInfo {
    return {
      schema: schemaMessage(series.first.fields!),
      descriptor,
      endpoints: [this.endpoint(this.ticket(series, 'all'))],
      ordered: true,
    };
  }

  /** The bytes of a ticket. */
  ticket(series: StatementSeries, part?: number | 'all', { job } = series.first): Uint8Array {
    const { statements, tickets, now } = this.options;
    const user = series.first.caller.principal?.name;
    const claims = { job, runs: series.count, expires: now() + statements.resultMs, ...(user === undefined ? {} : { user }) };
    const statementHandle = tickets.sign(part === undefined ? claims : { ...claims, part });
    return packFlightSql('TicketStatementQuery', TicketStatementQuery.encode({ statementHandle }).finish());
  }

  /** What a ticket's message names. @throws FlightError when the ticket is not good */
  async redeem(message: Uint8Array, principal: Principal | undefined, signal: AbortSignal) {
    const { statementHandle } = TicketStatementQuery.decode(message);
    const { job, runs, part } = this.options.tickets.verify(statementHandle, principal?.name);
    const kept = await this.options.statements.find(job, runs, principal, signal);
    return { kept, job, part };
  }

  /** The same endpoint, for longer. */
  renewed({ kept, part }: Redeemed, job: StatementRun): FlightEndpoint {
    return this.endpoint(this.ticket(kept.series, part, job), part === 'all' ? undefined : kept.promise());
  }

  /** What an endpoint gives. */
  async *frames(message: Uint8Array, principal: Principal | undefined, signal: AbortSignal): AsyncGenerator<FlightFrame, void, undefined> {
    const { kept, job, part } = await this.redeem(message, principal, signal);
    if (part === undefined) throw invalid('The ticket names a statement, not a part of its result');
    using _ = kept.use();
    yield* part === 'all' ? this.stream(kept, signal) : this.part(runOf(kept, job), part, signal);
  }

  private async *part(run: StatementRun, index: number, signal: AbortSignal): AsyncGenerator<FlightFrame, void, undefined> {
    await run.until(() => run.fields !== undefined, signal);
    yield { metadata: schemaMessage(run.fields!) };
    yield* framesOf(this.reader.part(run, index, signal));
    run.partRead(index);
  }

  private async *stream({ series }: KeptSeries, signal: AbortSignal): AsyncGenerator<FlightFrame, void, undefined> {
    try {
      await series.first.until(() => series.first.fields !== undefined, signal);
      yield { metadata: schemaMessage(series.first.fields!) };
      for (let place = 0; ; place++) {
        const run = await series.at(place, signal);
        if (!run) return;
        yield* framesOf(this.reader.all(run, signal));
        await run.end();
      }
    } finally {
      await this.options.statements.end(series);
    }
  }

  private endpoint(ticket: Uint8Array, expirationTime?: Date): FlightEndpoint {
    return { ticket, ...(expirationTime ? { expirationTime } : {}) };
  }
}

export function runOf({ series }: KeptSeries, job: string): StatementRun {
  return series.runs.find((run) => run.job === job) ?? series.first;
}

async function* framesOf(batches: AsyncIterable<ArrowBatch>): AsyncGenerator<FlightFrame, void, undefined> {
  for await (const { metadata, body } of batches) yield { metadata, body };
}

function totalBytes(runs: readonly StatementRun[]): number {
  const sizes = runs.flatMap(({ parts }) => parts.map((part) => part?.bytes));
  return sizes.includes(undefined) ? -1 : sizes.reduce<number>((sum, bytes) => sum + bytes!, 0);
}
