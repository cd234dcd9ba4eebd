import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeSchema, messageKind, type ReceivedFrame } from '@arbalest/flight';
import { isArbalestError, type SqlCaller, type SqlService, userError } from '@arbalest/spi';
import { invalid } from '../errors.js';
import type { UpdateCommands } from '../statements/update-commands.js';
import { refuseTransaction } from '../transactions.js';
import { createText, type IngestCommand, ingestMode, insertText, qualifiedName } from './ingest-statements.js';
import { StagedFile } from './staged-file.js';

export interface IngestionOptions {
  readonly sql: SqlService;
  readonly updates: UpdateCommands;
  /** Below the data directory, which all executors see. */
  readonly folder: string;
}

/** What a process that died has left is removed after a day: others may share the folder. */
const LEFT_BEHIND_MS = 24 * 3600 * 1000;

/**
 * Rows that clients send for a table. They are staged as they come, and put into the table by one statement: all of them appear, or none. Nothing is left
 * behind on either way.
 */
export class Ingestion {
  constructor(private readonly options: IngestionOptions) {}

  /** @returns rows that were written */
  async take(command: IngestCommand, frames: AsyncIterable<ReceivedFrame>, caller: SqlCaller, signal: AbortSignal): Promise<number> {
    refuseTransaction(command.transactionId);
    const mode = ingestMode(command);
    const table = qualifiedName(command);
    if (mode.missing === 'fail' || mode.existing === 'fail') await this.check(table, mode, caller, signal);
    const columns: string[] = [];
    await using file = await StagedFile.receive(this.options.folder, noticingColumns(frames, columns), signal);
    if (columns.length === 0) throw invalid('No schema was sent for the table');
    const create = createText(table, file.path, mode.existing === 'replace');
    const insert = insertText(table, file.path, columns);
    const run = (sql: string): Promise<number> => this.options.updates.run(caller, sql, [], signal);
    if (mode.existing !== 'append') return await run(create);
    if (mode.missing === 'fail') return await run(insert);
    return await unless('TABLE_NOT_FOUND', run(insert), () => unless('TABLE_EXISTS', run(create), () => run(insert)));
  }

  /** Removes what a process that died has left. Never rejects. */
  async sweep(now: number): Promise<void> {
    const names = await readdir(this.options.folder).catch(() => []);
    for (const path of names.filter((name) => name.endsWith('.arrow')).map((name) => join(this.options.folder, name))) {
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }));
      if (mtimeMs < now - LEFT_BEHIND_MS) await rm(path, { force: true }).catch(() => undefined);
    }
  }

  /** Before much is sent in vain. The statement itself decides again. */
  private async check(table: string, mode: ReturnType<typeof ingestMode>, caller: SqlCaller, signal: AbortSignal): Promise<void> {
    const exists = await this.exists(table, caller, signal);
    if (exists && mode.existing === 'fail')
      throw userError('TABLE_EXISTS', `There is a table ${table} already; append to it, or replace it`);
    if (!exists && mode.missing === 'fail')
      throw userError('TABLE_NOT_FOUND', `There is no table ${table}; create it, or let the ingestion do so`);
  }

  private async exists(table: string, caller: SqlCaller, signal: AbortSignal): Promise<boolean> {
    try {
      await this.options.sql.describe(caller, `SELECT * FROM ${table}`, signal);
      return true;
    } catch (thrown) {
      if (isArbalestError(thrown) && thrown.code === 'TABLE_NOT_FOUND') return false;
      throw thrown;
    }
  }
}

async function* noticingColumns(frames: AsyncIterable<ReceivedFrame>, columns: string[]): AsyncGenerator<ReceivedFrame, void, undefined> {
  for await (const frame of frames) {
    if (frame.metadata && messageKind(frame.metadata) === 'schema')
      columns.push(...decodeSchema(frame.metadata).fields.map(({ name }) => name));
    yield frame;
  }
}

async function unless<T>(code: string, first: Promise<T>, otherwise: () => Promise<T>): Promise<T> {
  try {
    return await first;
  } catch (thrown) {
    if (isArbalestError(thrown) && thrown.code === code) return otherwise();
    throw thrown;
  }
}
