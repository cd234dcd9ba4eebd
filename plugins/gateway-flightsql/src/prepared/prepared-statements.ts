import { randomBytes } from 'node:crypto';
import { decodeBatches, FlightError, type ReceivedFrame } from '@arbalest/flight';
import type { ParameterValue, Principal, StatementDescription } from '@arbalest/spi';
import { parameterRows } from '../arrow/parameter-values.js';

export interface PreparedStatement {
  readonly sql: string;
  readonly description: StatementDescription;
  readonly principal: Principal | undefined;
  /** Values of its parameters, a list for each row that was bound last. */
  bound: readonly (readonly ParameterValue[])[];
  usedAt: number;
}

export interface PreparedStatementsOptions {
  /** One that nobody uses for so long is closed, milliseconds. */
  readonly idleMs: number;
  /** Bytes of parameters that one may hold. */
  readonly parameterBytes: number;
  readonly now: () => number;
}

const HANDLE_BYTES = 16;

/** Statements that clients have prepared, until they close them. */
export class PreparedStatements {
  private readonly statements = new Map<string, PreparedStatement>();
  private readonly sweep: NodeJS.Timeout;

  constructor(private readonly options: PreparedStatementsOptions) {
    this.sweep = setInterval(() => this.dropIdle(), Math.max(1000, options.idleMs / 4));
    this.sweep.unref();
  }

  add(sql: string, description: StatementDescription, principal: Principal | undefined): Uint8Array {
    const handle = randomBytes(HANDLE_BYTES);
    this.statements.set(handle.toString('hex'), { sql, description, principal, bound: [], usedAt: this.options.now() });
    return handle;
  }

  /** @throws FlightError of status NOT_FOUND, also for another user's */
  get(handle: Uint8Array, principal: Principal | undefined): PreparedStatement {
    const statement = this.statements.get(Buffer.from(handle).toString('hex'));
    if (!statement || statement.principal?.name !== principal?.name)
      throw new FlightError(
        'NOT_FOUND',
        'There is no such prepared statement; it was closed, or nobody used it for too long. Prepare it again',
      );
    statement.usedAt = this.options.now();
    return statement;
  }

  close(handle: Uint8Array, principal: Principal | undefined): void {
    this.get(handle, principal);
    this.statements.delete(Buffer.from(handle).toString('hex'));
  }

  /** Reads the rows of parameters that a client sends. @throws FlightError of status RESOURCE_EXHAUSTED when they are too many to hold */
  async bind(statement: PreparedStatement, frames: AsyncIterable<ReceivedFrame>): Promise<void> {
    const rows: (readonly ParameterValue[])[] = [];
    for await (const batch of decodeBatches(limited(frames, this.options.parameterBytes))) rows.push(...parameterRows(batch));
    statement.bound = rows;
  }

  closeAll(): void {
    clearInterval(this.sweep);
    this.statements.clear();
  }

  private dropIdle(): void {
    const before = this.options.now() - this.options.idleMs;
    for (const [handle, { usedAt }] of this.statements) if (usedAt <= before) this.statements.delete(handle);
  }
}

async function* limited(frames: AsyncIterable<ReceivedFrame>, most: number): AsyncGenerator<ReceivedFrame, void, undefined> {
  let bytes = 0;
  for await (const frame of frames) {
    bytes += frame.body?.byteLength ?? 0;
    if (bytes > most)
      throw new FlightError(
        'RESOURCE_EXHAUSTED',
        `More than ${most} bytes of parameters were bound to one statement; bind fewer rows at a time, ingest them into a table, or raise parameterBytes`,
      );
    yield frame;
  }
}
