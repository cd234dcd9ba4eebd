import {
  FlightError,
  type FlightAction,
  type FlightActionType,
  type FlightDescriptor,
  type FlightFrame,
  type FlightHandler,
  type FlightInfo,
  type FlightServerCall,
  type HandshakeMessage,
  type PollInfo,
  type ReceivedFrame,
} from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import type { ArrowStream } from '@arbalest/spi';
import type { ActionParts } from './actions/action-handler.js';
import { listActions, runAction } from './actions/actions.js';
import { type AnyMessage, messageName, unpackAny } from './any.js';
import { schemaMessage } from './arrow/arrow-schema.js';
import { invalid, notImplemented } from './errors.js';
import type { FlightSqlGatewayOptions } from './flight-sql-gateway.js';
import { Ingestion } from './ingest/ingestion.js';
import { answerMetadata, metadataSchemaOf } from './metadata/index.js';
import { PreparedStatements } from './prepared/prepared-statements.js';
import { Puts } from './puts.js';
import { ClientSessions } from './sessions/client-sessions.js';
import type { ClientSession } from './sessions/client-session.js';
import { handshakeCredentials } from './sessions/handshake.js';
import { QueryCommands } from './statements/query-commands.js';
import { QueryResults } from './statements/query-results.js';
import { type BoundStatement, Statements } from './statements/statements.js';
import { UpdateCommands } from './statements/update-commands.js';
import type { Tickets } from './tickets.js';
import { refuseTransaction } from './transactions.js';

const wire = arrow.flight.protocol.sql;
const IDLE_POLL_MS = 20;

export interface FlightSqlHandlerOptions extends FlightSqlGatewayOptions {
  readonly tickets: Tickets;
  readonly now: () => number;
}

/** The calls of Flight, as Flight SQL uses them: what is asked for stands in the command of a descriptor, in a ticket, or in an action. */
export class FlightSqlHandler implements FlightHandler {
  private readonly sessions: ClientSessions;
  private readonly prepared: PreparedStatements;
  private readonly statements: Statements;
  private readonly results: QueryResults;
  private readonly queries: QueryCommands;
  private readonly puts: Puts;
  private readonly parts: ActionParts;
  private stopping = false;

  constructor(private readonly options: FlightSqlHandlerOptions) {
    const { sql, login, security, config, now, tickets, stagingDirectory } = options;
    this.sessions = new ClientSessions({
      sql,
      idleMs: config.sessionIdleMs,
      now,
      ...(login ? { login } : {}),
      ...(security ? { security } : {}),
    });
    this.prepared = new PreparedStatements({ idleMs: config.sessionIdleMs, parameterBytes: config.parameterBytes, now });
    this.statements = new Statements({ sql, resultMs: config.resultMs, rereadMs: config.rereadMs, now });
    this.results = new QueryResults({ sql, statements: this.statements, tickets, now });
    this.queries = new QueryCommands({ statements: this.statements, results: this.results, endpointsWaitMs: config.endpointsWaitMs });
    const updates = new UpdateCommands(this.statements);
    const ingestion = new Ingestion({ sql, updates, folder: stagingDirectory });
    this.puts = new Puts({ updates, prepared: this.prepared, ingestion });
    const { sessions, prepared, statements, results } = this;
    this.parts = { sql, sessions, prepared, statements, results };
    void ingestion.sweep(now());
  }

  async *handshake(requests: AsyncIterable<HandshakeMessage>, call: FlightServerCall): AsyncGenerator<HandshakeMessage> {
    this.refuseWhenStopping();
    const token = await this.sessions.token(call, await handshakeCredentials(requests));
    call.sendHeaders({ authorization: `Bearer ${token}` });
    yield { payload: Buffer.from(token) };
  }

  async getFlightInfo(descriptor: FlightDescriptor, call: FlightServerCall): Promise<FlightInfo> {
    this.refuseWhenStopping();
    const session = await this.sessions.of(call);
    const command = commandOf(descriptor);
    const statement = this.statementOf(command, session);
    if (statement) return this.queries.info(statement, descriptor, session, call);
    const schema = this.metadataSchema(command);
    return { schema, descriptor, endpoints: [{ ticket: (descriptor as { command: Uint8Array }).command }], ordered: true };
  }

  async pollFlightInfo(descriptor: FlightDescriptor, call: FlightServerCall): Promise<PollInfo> {
    const session = await this.sessions.of(call);
    const command = commandOf(descriptor);
    if (messageName(command) === 'TicketStatementQuery') return this.queries.pollAgain(command.value, descriptor, session, call);
    this.refuseWhenStopping();
    const statement = this.statementOf(command, session);
    if (statement) return this.queries.poll(statement, descriptor, session, call);
    return { info: await this.getFlightInfo(descriptor, call), progress: 1 };
  }

  async getSchema(descriptor: FlightDescriptor, call: FlightServerCall): Promise<Uint8Array> {
    this.refuseWhenStopping();
    const session = await this.sessions.of(call);
    const command = commandOf(descriptor);
    if (messageName(command) === 'CommandPreparedStatementQuery') {
      const { preparedStatementHandle } = wire.CommandPreparedStatementQuery.decode(command.value);
      return schemaMessage(this.prepared.get(preparedStatementHandle, session.principal).description.fields);
    }
    const statement = this.statementOf(command, session);
    if (!statement) return this.metadataSchema(command);
    const { fields } = await session.use((caller) => this.options.sql.describe(caller, statement.sql, call.signal));
    return schemaMessage(fields);
  }

  async *doGet(ticket: Uint8Array, call: FlightServerCall): AsyncGenerator<FlightFrame, void, undefined> {
    const session = await this.sessions.of(call);
    const command = unpackAny(ticket);
    if (!command) throw invalid('The ticket is none of Flight SQL');
    if (messageName(command) === 'TicketStatementQuery') {
      yield* session.during(this.results.frames(command.value, session.principal, call.signal));
      return;
    }
    const { schema, batches } = await this.metadata(command, session, call);
    yield { metadata: schema.message };
    for await (const { metadata, body } of batches) yield { metadata, body };
  }

  async *doPut(frames: AsyncIterable<ReceivedFrame>, call: FlightServerCall): AsyncGenerator<Uint8Array, void, undefined> {
    this.refuseWhenStopping();
    const session = await this.sessions.of(call);
    yield await session.use((caller) => this.puts.take(frames, caller, call.signal));
  }

  async *doAction(action: FlightAction, call: FlightServerCall): AsyncGenerator<Uint8Array, void, undefined> {
    yield* await runAction(action, call, this.parts);
  }

  listActions(): readonly FlightActionType[] {
    return listActions();
  }

  /** Takes nothing new from now on. Resolves when what was begun before has ended and its results were read, or the signal aborts. */
  async drained(signal: AbortSignal): Promise<void> {
    this.stopping = true;
    while ((this.sessions.isActive || this.statements.count > 0) && !signal.aborted)
      await new Promise((resolve) => setTimeout(resolve, IDLE_POLL_MS));
  }

  async close(): Promise<void> {
    this.prepared.closeAll();
    await this.statements.endAll();
    await this.sessions.closeAll();
  }

  private refuseWhenStopping(): void {
    if (this.stopping) throw new FlightError('UNAVAILABLE', 'This gateway is stopping and takes no new statements');
  }

  private metadataSchema(command: AnyMessage): Uint8Array {
    const schema = metadataSchemaOf(command);
    if (schema) return schema;
    throw notImplemented(`the command ${messageName(command)}`);
  }

  private async metadata(command: AnyMessage, session: ClientSession, { signal }: FlightServerCall): Promise<ArrowStream> {
    const { sql, config } = this.options;
    const statementTimeoutMs = config.sessionIdleMs;
    const answer = await session.use(async (caller) => answerMetadata(command, { sql, caller, signal, statementTimeoutMs }));
    if (answer) return answer;
    throw notImplemented(`the command ${messageName(command)}`);
  }

  /** The statement that a command runs; undefined for a command that runs none. */
  private statementOf(command: AnyMessage, { principal }: ClientSession): BoundStatement | undefined {
    switch (messageName(command)) {
      case 'CommandStatementQuery': {
        const { query, transactionId } = wire.CommandStatementQuery.decode(command.value);
        refuseTransaction(transactionId);
        return { sql: query, parameters: [] };
      }
      case 'CommandPreparedStatementQuery': {
        const { preparedStatementHandle } = wire.CommandPreparedStatementQuery.decode(command.value);
        const { sql, bound } = this.prepared.get(preparedStatementHandle, principal);
        return { sql, parameters: bound };
      }
      default:
        return undefined;
    }
  }
}

function commandOf(descriptor: FlightDescriptor): AnyMessage {
  const command = descriptor.type === 'command' ? unpackAny(descriptor.command) : undefined;
  if (command) return command;
  throw invalid('The descriptor holds no command of Flight SQL');
}
