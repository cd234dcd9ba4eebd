import type { ParameterValue, SqlCaller } from '@arbalest/spi';
import type { Statements } from './statements.js';

/** Statements that clients run for what they change. */
export class UpdateCommands {
  constructor(private readonly statements: Statements) {}

  /** Runs the statement once. @returns rows that it has written or, where it was a query, answered with */
  async run(caller: SqlCaller, sql: string, parameters: readonly ParameterValue[], signal: AbortSignal): Promise<number> {
    const run = this.statements.beginOne(caller, sql, parameters);
    try {
      await run.until(() => run.finished !== undefined, signal);
      const { tag, rows } = run.finished!;
      const counted = /\s(\d+)$/.exec(tag)?.[1];
      return counted === undefined ? rows : Number(counted);
    } finally {
      await run.end();
    }
  }
}
