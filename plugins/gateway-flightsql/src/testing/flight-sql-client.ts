import {
  decodeTable,
  type FlightCallOptions,
  FlightClient,
  type FlightDescriptor,
  type FlightFrame,
  type FlightInfo,
} from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import { type Table, tableFromIPC } from 'apache-arrow';
import { packFlightSql, unpackAny } from '../any.js';

const wire = arrow.flight.protocol.sql;

/** What a driver does, over `FlightClient`. */
export class FlightSqlClient implements Disposable {
  readonly flight: FlightClient;

  constructor(
    url: string,
    readonly options: FlightCallOptions = {},
  ) {
    this.flight = new FlightClient(url);
  }

  command(name: string, value: Uint8Array): FlightDescriptor {
    return { type: 'command', command: packFlightSql(name, value) };
  }

  statement(query: string): FlightDescriptor {
    return this.command('CommandStatementQuery', wire.CommandStatementQuery.encode({ query }).finish());
  }

  execute(query: string, options: FlightCallOptions = this.options): Promise<FlightInfo> {
    return this.flight.getFlightInfo(this.statement(query), options);
  }

  /** All endpoints, one after the other. */
  async fetch({ endpoints }: FlightInfo): Promise<Table[]> {
    const tables: Table[] = [];
    for (const { ticket } of endpoints) tables.push(await decodeTable(this.flight.doGet(ticket, this.options)));
    return tables;
  }

  async rows(query: string): Promise<Record<string, unknown>[]> {
    return rowsOf(await this.fetch(await this.execute(query)));
  }

  async action(type: string, body: Uint8Array = new Uint8Array(0)): Promise<Uint8Array[]> {
    const results: Uint8Array[] = [];
    for await (const result of this.flight.doAction({ type, body }, this.options)) results.push(result);
    return results;
  }

  async prepare(query: string) {
    const body = packFlightSql(
      'ActionCreatePreparedStatementRequest',
      wire.ActionCreatePreparedStatementRequest.encode({ query }).finish(),
    );
    const [result] = await this.action('CreatePreparedStatement', body);
    const made = wire.ActionCreatePreparedStatementResult.decode(unpackAny(result!)!.value);
    const schema = (bytes: Uint8Array) => (bytes.byteLength === 0 ? undefined : tableFromIPC(bytes).schema);
    const { preparedStatementHandle } = made;
    return {
      handle: preparedStatementHandle,
      columns: schema(made.datasetSchema),
      parameters: schema(made.parameterSchema),
      query: this.command('CommandPreparedStatementQuery', wire.CommandPreparedStatementQuery.encode({ preparedStatementHandle }).finish()),
      update: this.command(
        'CommandPreparedStatementUpdate',
        wire.CommandPreparedStatementUpdate.encode({ preparedStatementHandle }).finish(),
      ),
    };
  }

  /** @returns the metadata of the last result */
  async put(descriptor: FlightDescriptor, frames: AsyncIterable<FlightFrame> | Iterable<FlightFrame> = []): Promise<Uint8Array> {
    let last: Uint8Array = new Uint8Array(0);
    for await (const result of this.flight.doPut(withDescriptor(descriptor, frames), this.options)) last = result;
    return last;
  }

  /** @returns rows that were changed */
  async update(descriptor: FlightDescriptor, frames: AsyncIterable<FlightFrame> | Iterable<FlightFrame> = []): Promise<number> {
    return Number(wire.DoPutUpdateResult.decode(await this.put(descriptor, frames)).recordCount);
  }

  [Symbol.dispose](): void {
    this.flight.close();
  }
}

/** Values of 64 bits as numbers. */
export function rowsOf(tables: readonly Table[]): Record<string, unknown>[] {
  const rows = tables.flatMap((table) => table.toArray() as { toJSON(): Record<string, unknown> }[]);
  return rows.map((row) => Object.fromEntries(Object.entries(row.toJSON()).map(([name, value]) => [name, plain(value)])));
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}

async function* withDescriptor(descriptor: FlightDescriptor, frames: AsyncIterable<FlightFrame> | Iterable<FlightFrame>) {
  let first = true;
  for await (const frame of frames) {
    yield first ? { ...frame, descriptor } : frame;
    first = false;
  }
  if (first) yield { descriptor };
}
