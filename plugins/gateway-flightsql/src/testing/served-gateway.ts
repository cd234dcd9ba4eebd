import { encodeTable, FlightServer } from '@arbalest/flight';
import type { ArrowBatch, SqlEvent, SqlRelease, SqlResultPart, SqlService } from '@arbalest/spi';
import { tableFromArrays } from 'apache-arrow';
import type { FlightSqlConfig } from '../config.js';
import { toFlightStatus } from '../errors.js';
import { FlightSqlHandler } from '../flight-sql-handler.js';
import { Tickets } from '../tickets.js';
import { FlightSqlClient } from './flight-sql-client.js';

/** What the cluster answers: every statement is `job-1`, whose result has the column `n`. */
export interface Answers {
  readonly execute: (signal: AbortSignal) => AsyncIterable<SqlEvent>;
  readonly read: (part: SqlResultPart, signal: AbortSignal) => AsyncIterable<ArrowBatch>;
  readonly config?: Partial<FlightSqlConfig>;
}

export interface ServedGateway extends AsyncDisposable {
  readonly client: FlightSqlClient;
  readonly handler: FlightSqlHandler;
  /** Jobs whose results were let go. */
  readonly released: string[];
  /** For how long results were to be kept that had been read, milliseconds. */
  readonly keptFor: number[];
  readonly cancelled: string[];
}

/** Longer than any test. */
const LONG_MS = 600_000;
const DEFAULTS = {
  ...{ host: '127.0.0.1', port: 0, insecure: false, parameterBytes: 1024 * 1024 },
  ...{ sessionIdleMs: LONG_MS, resultMs: LONG_MS, rereadMs: 0, endpointsWaitMs: LONG_MS },
};

/** The calls of the gateway over a cluster that answers what a test wants. */
export async function servedGateway({ execute, read, config }: Answers): Promise<ServedGateway> {
  const released: string[] = [];
  const keptFor: number[] = [];
  const cancelled: string[] = [];
  const sql = {
    openSession: async () => 'session',
    closeSession: async () => undefined,
    release: async ({ job, keepMs = 0 }: SqlRelease) => void (keepMs > 0 ? keptFor.push(keepMs) : released.push(job)),
    cancel: async ({ job }: { readonly job: string }) => cancelled.push(job) > 0,
    execute: (_caller: unknown, _request: unknown, signal: AbortSignal) => execute(signal),
    read: async (of: SqlResultPart, signal: AbortSignal) => ({ schema: { message: new Uint8Array(0) }, batches: read(of, signal) }),
  } as unknown as SqlService;
  const log = { debug() {}, info() {}, warn() {}, error() {}, with: () => log };
  const tickets = new Tickets(new Uint8Array(32));
  const handler = new FlightSqlHandler({
    ...{ config: { ...DEFAULTS, ...config }, sql, log, tickets },
    ...{ now: Date.now, stagingDirectory: '/nowhere' },
  });
  const server = await FlightServer.listen('grpc+tcp://127.0.0.1:0', handler, { errorToStatus: toFlightStatus });
  const client = new FlightSqlClient(server.location);
  return {
    ...{ client, handler, released, keptFor, cancelled },
    async [Symbol.asyncDispose]() {
      client[Symbol.dispose]();
      await handler.close();
      await server.close();
    },
  };
}

export const accepted: SqlEvent = { kind: 'accepted', job: 'job-1' };
export const schema: SqlEvent = { kind: 'schema', fields: [{ name: 'n', type: { id: 'INTEGER' }, nullable: true }] };
export const finished: SqlEvent = { kind: 'finished', rows: 2, tag: '', elapsedMs: 1 };

export function partEvent(index: number, { attempt = 0, run = 0 } = {}): SqlEvent {
  return { kind: 'part', part: { job: 'job-1', index, attempt, ...(run > 0 ? { run } : {}), handle: undefined } };
}

export async function* events(...list: readonly SqlEvent[]): AsyncGenerator<SqlEvent> {
  yield* list;
}

export function batchOf(values: readonly number[]): ArrowBatch {
  const [, message] = [...encodeTable(tableFromArrays({ n: Int32Array.from(values) }))];
  return { rows: values.length, metadata: message!.metadata, body: Buffer.concat([message!.body].flat() as Uint8Array[]) };
}

/** A promise, and what resolves it. */
export function later() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve: () => resolve() };
}

/** Resolves when the signal aborts; rejects with its reason. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
}
