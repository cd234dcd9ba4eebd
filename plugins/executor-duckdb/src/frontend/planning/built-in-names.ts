import { STUB_PREFIX } from '../references/function-stubs.js';
import type { PlanningPool } from './planning-pool.js';

/** A list of some thousand names, read once. */
const DEADLINE_MS = 10_000;

/** Functions that DuckDB has, and words that its grammar takes for calls or keywords. */
const QUERY = `SELECT DISTINCT lower(function_name) FROM duckdb_functions() WHERE NOT starts_with(function_name, '${STUB_PREFIX}')
UNION SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category IN ('reserved', 'column_name')`;

/** Names that users' functions cannot have. */
export class BuiltInNames {
  private names: Promise<ReadonlySet<string>> | undefined;

  constructor(private readonly pool: PlanningPool) {}

  async has(name: string): Promise<boolean> {
    this.names ??= this.read();
    try {
      return (await this.names).has(name.toLowerCase());
    } catch (thrown) {
      this.names = undefined;
      throw thrown;
    }
  }

  private async read(): Promise<ReadonlySet<string>> {
    const signal = AbortSignal.timeout(DEADLINE_MS);
    return new Set(await this.pool.use('full', {}, signal, (connection) => connection.texts(QUERY)));
  }
}
