import { randomUUID } from 'node:crypto';
import { type FlightClients, fromErrorInfo } from '@arbalest/executor';
import type { arbalest } from '@arbalest/proto';
import {
  type ArrowStream,
  type DataType,
  type Field,
  type OpenSqlSession,
  type SqlCaller,
  type SqlEvent,
  type SqlJob,
  type SqlRelease,
  type SqlRequest,
  type SqlResultPart,
  type SqlService,
  type SqlTable,
  type StatementDescription,
  transientError,
} from '@arbalest/spi';
import { VERSION } from '../version.js';
import { readPart } from './read-part.js';
import { sqlEvents } from './sql-events.js';
import type { SqlScheduler } from './sql-scheduler.js';

/** Longest wait for a scheduler to be told that a statement was given up. */
const TELL_MS = 5_000;

/**
 * `SqlService` over the calls of a scheduler. Made before the scheduler is, since plugins may ask for it while they are put together; calls before
 * `connect` are refused.
 */
export class ClusterSqlService implements SqlService {
  readonly version = VERSION;
  private scheduler: (SqlScheduler & { close?(): void }) | undefined;
  private clients: FlightClients | undefined;

  /** @param clients for executors elsewhere. @default those of the process */
  connect(scheduler: SqlScheduler & { close?(): void }, clients?: FlightClients): void {
    this.scheduler = scheduler;
    this.clients = clients;
  }

  /** No calls are made any more. */
  close(): void {
    this.scheduler?.close?.();
    this.clients?.close();
  }

  async openSession({ client, settings, principal }: OpenSqlSession): Promise<string> {
    const { session } = await this.calls.openSession({ client, settings: { ...settings } }, principal);
    return session ?? '';
  }

  async closeSession({ session, principal }: SqlCaller): Promise<void> {
    await this.calls.closeSession({ session }, principal);
  }

  async settings({ session, principal }: SqlCaller): Promise<Readonly<Record<string, string>>> {
    const { settings } = await this.calls.listSettings({ session }, principal);
    return settings ?? {};
  }

  async describe({ session, principal }: SqlCaller, sql: string): Promise<StatementDescription> {
    const { query, fields, parameters } = await this.calls.describeStatement({ session, sql }, principal);
    return {
      kind: query ? 'query' : 'update',
      fields: JSON.parse(fields || '[]') as readonly Field[],
      parameters: (parameters ?? []).map(({ name, type }) => ({
        name: name ?? '',
        ...(type ? { type: JSON.parse(type) as DataType } : {}),
      })),
    };
  }

  async *execute(
    { session, principal }: SqlCaller,
    { sql, parameters, timeoutMs, key, detached, progressIntervalMs }: SqlRequest,
    signal: AbortSignal,
  ): AsyncGenerator<SqlEvent, void, undefined> {
    const request = {
      ...{ session, sql, detached: detached ?? false, timeoutMs: timeoutMs ?? 0, progressIntervalMs: progressIntervalMs ?? 0 },
      // With a key the call can be made again when the scheduler changes.
      key: key ?? randomUUID(),
      parameters: parameters && parameters.length > 0 ? JSON.stringify(parameters) : '',
    };
    let running: string | undefined;
    try {
      for await (const event of sqlEvents(this.calls.execute(request, signal, principal))) {
        if (event.kind === 'accepted') running = event.job;
        if (event.kind === 'finished') running = undefined;
        yield event;
      }
    } catch (thrown) {
      // Its own error has ended it. One that was left has to be told.
      if (!signal.aborted) running = undefined;
      signal.throwIfAborted();
      throw thrown;
    } finally {
      // A job that others can find again goes on by itself when its reader leaves.
      if (running !== undefined && detached !== true) await this.giveUp({ job: running, ...(principal ? { principal } : {}) });
    }
  }

  attach({ job, principal }: SqlJob, signal: AbortSignal): AsyncIterable<SqlEvent> {
    return sqlEvents(this.calls.attachJob({ job }, signal, principal));
  }

  async cancel({ job, principal }: SqlJob): Promise<boolean> {
    const { found } = await this.calls.cancelJob({ job }, principal);
    return found ?? false;
  }

  async release({ job, keepMs = 0, principal }: SqlRelease): Promise<void> {
    await this.calls.releaseResult({ job, keepMs }, principal);
  }

  read(part: SqlResultPart, signal: AbortSignal): Promise<ArrowStream> {
    return readPart(part, { signal, ...(this.clients ? { clients: this.clients } : {}) });
  }

  async tables({ session, principal }: SqlCaller, { columns }: { readonly columns: boolean }): Promise<readonly SqlTable[]> {
    const { tables } = await this.calls.listTables({ session, columns }, principal);
    return (tables ?? []).map(sqlTable);
  }

  async catalogs({ session, principal }: SqlCaller): Promise<readonly string[]> {
    const { catalogs } = await this.calls.listCatalogs({ session }, principal);
    return catalogs ?? [];
  }

  private get calls(): SqlScheduler {
    if (this.scheduler) return this.scheduler;
    throw transientError('SCHEDULER_STOPPED', 'The scheduler has not started yet');
  }

  private async giveUp(job: SqlJob): Promise<void> {
    const told = this.cancel(job).catch(() => false);
    await Promise.race([told, new Promise((resolve) => setTimeout(resolve, TELL_MS).unref())]);
  }
}

function sqlTable({ catalog, schema, name, view, fields, error }: arbalest.scheduler.v1.ITableEntry): SqlTable {
  return {
    name: { catalog: catalog ?? '', schema: schema ?? '', name: name ?? '' },
    kind: view ? 'view' : 'table',
    ...(fields ? { fields: JSON.parse(fields) as readonly Field[] } : {}),
    ...(error ? { error: fromErrorInfo(error) } : {}),
  };
}
