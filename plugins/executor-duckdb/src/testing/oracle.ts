import { DuckDBInstance } from '@duckdb/node-api';

/** Plain DuckDB, by way of its own Node package: what the engine's answers are compared with. */
export class Oracle implements AsyncDisposable {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly connection: Awaited<ReturnType<DuckDBInstance['connect']>>,
  ) {}

  static async open(): Promise<Oracle> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '2', allow_unsigned_extensions: 'false' });
    return new Oracle(instance, await instance.connect());
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  async rows(sql: string): Promise<unknown[][]> {
    return (await this.connection.runAndReadAll(sql)).getRows();
  }

  /** Every value cast to text by DuckDB itself. */
  async textRows(sql: string): Promise<(string | null)[][]> {
    return (await this.rows(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (${sql.trim().replace(/;$/, '')})`)) as (string | null)[][];
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.connection.disconnectSync();
    this.instance.closeSync();
    return Promise.resolve();
  }
}

/** Rows in an order of their own; numbers with a fraction to ten significant digits, since sums of doubles depend on the order of rows. */
export function normalised(rows: readonly (readonly (string | null)[])[]): string[] {
  return rows.map((row) => JSON.stringify(row.map(normalisedValue))).sort();
}

function normalisedValue(value: string | null): string | null {
  if (value === null || !/^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value) || !/[.e]/i.test(value)) return value;
  return Number(value).toPrecision(10);
}
