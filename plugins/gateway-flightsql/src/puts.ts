import { decodeBatches, type ReceivedFrame } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import type { ParameterValue, SqlCaller } from '@arbalest/spi';
import { type AnyMessage, messageName, unpackAny } from './any.js';
import { parameterRows } from './arrow/parameter-values.js';
import { invalid, notImplemented } from './errors.js';
import type { Ingestion } from './ingest/ingestion.js';
import type { PreparedStatements } from './prepared/prepared-statements.js';
import type { UpdateCommands } from './statements/update-commands.js';
import { refuseTransaction } from './transactions.js';

export interface PutsOptions {
  readonly updates: UpdateCommands;
  readonly prepared: PreparedStatements;
  readonly ingestion: Ingestion;
}

const wire = arrow.flight.protocol.sql;

/** What clients send with DoPut: statements that change something, parameters, rows for a table. */
export class Puts {
  constructor(private readonly options: PutsOptions) {}

  /** @returns the metadata of the one result */
  async take(frames: AsyncIterable<ReceivedFrame>, caller: SqlCaller, signal: AbortSignal): Promise<Uint8Array> {
    const { command, data } = await opened(frames);
    const { updates, prepared, ingestion } = this.options;
    switch (messageName(command)) {
      case 'CommandStatementUpdate': {
        const { query, transactionId } = wire.CommandStatementUpdate.decode(command.value);
        refuseTransaction(transactionId);
        return counted(await updates.run(caller, query, [], signal));
      }
      case 'CommandPreparedStatementUpdate': {
        const { preparedStatementHandle } = wire.CommandPreparedStatementUpdate.decode(command.value);
        const { sql, bound } = prepared.get(preparedStatementHandle, caller.principal);
        return counted(await this.updateAll(sql, parameterSets(data, bound), caller, signal));
      }
      case 'CommandPreparedStatementQuery': {
        const { preparedStatementHandle } = wire.CommandPreparedStatementQuery.decode(command.value);
        await prepared.bind(prepared.get(preparedStatementHandle, caller.principal), data);
        return wire.DoPutPreparedStatementResult.encode({ preparedStatementHandle }).finish();
      }
      case 'CommandStatementIngest':
        return counted(await ingestion.take(wire.CommandStatementIngest.decode(command.value), data, caller, signal));
      default:
        throw notImplemented(`DoPut of the command ${messageName(command)}`);
    }
  }

  private async updateAll(
    sql: string,
    sets: AsyncIterable<readonly ParameterValue[]>,
    caller: SqlCaller,
    signal: AbortSignal,
  ): Promise<number> {
    let rows = 0;
    for await (const parameters of sets) rows += await this.options.updates.run(caller, sql, parameters, signal);
    return rows;
  }
}

/** The command of a DoPut and all its frames, those with the descriptor alone passed over. */
async function opened(frames: AsyncIterable<ReceivedFrame>): Promise<{ command: AnyMessage; data: AsyncIterable<ReceivedFrame> }> {
  const iterator = frames[Symbol.asyncIterator]();
  const first = await iterator.next();
  const descriptor = first.done ? undefined : first.value.descriptor;
  const command = descriptor?.type === 'command' ? unpackAny(descriptor.command) : undefined;
  if (first.done || !command) throw invalid('The first message of DoPut holds no command of Flight SQL');
  return { command, data: withMetadata(first.value, { [Symbol.asyncIterator]: () => iterator }) };
}

async function* withMetadata(first: ReceivedFrame, rest: AsyncIterable<ReceivedFrame>): AsyncGenerator<ReceivedFrame, void, undefined> {
  if (first.metadata !== undefined) yield first;
  for await (const frame of rest) if (frame.metadata !== undefined) yield frame;
}

/** The rows that were sent now or, when there are none, those that were bound before; one set without values where there are neither. */
async function* parameterSets(
  frames: AsyncIterable<ReceivedFrame>,
  bound: readonly (readonly ParameterValue[])[],
): AsyncGenerator<readonly ParameterValue[], void, undefined> {
  const iterator = frames[Symbol.asyncIterator]();
  const first = await iterator.next();
  let columns = 0;
  if (!first.done) {
    const all = withMetadata(first.value, { [Symbol.asyncIterator]: () => iterator });
    for await (const batch of decodeBatches(all)) {
      columns = Math.max(columns, batch.schema.fields.length);
      if (batch.schema.fields.length > 0) yield* parameterRows(batch);
    }
  }
  if (columns === 0) yield* bound.length > 0 ? bound : [[]];
}

function counted(rows: number): Uint8Array {
  return wire.DoPutUpdateResult.encode({ recordCount: rows }).finish();
}
