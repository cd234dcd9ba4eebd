import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Executor } from '@arbalest/spi';
import { BIGINT, rows } from './plans.js';
import { textRows } from './run-fragment.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What a process and its engine hold. */
export interface LeftOver {
  /** Of the engine, the one that asks among them. */
  readonly connections: number;
  /** Views and tables that are not DuckDB's own. */
  readonly relations: number;
  /** Bytes that the engine says it has. */
  readonly engineBytes: number;
  /** Timers, handles and requests that keep the process alive. */
  readonly resources: number;
  /** Open files, where the system tells; 0 elsewhere. */
  readonly files: number;
  /** Bytes of JavaScript's own and of buffers, after collecting garbage. */
  readonly heapBytes: number;
}

const COUNTS = `SELECT (SELECT count FROM duckdb_connection_count()),
  (SELECT count(*) FROM duckdb_views() WHERE NOT internal) + (SELECT count(*) FROM duckdb_tables()),
  (SELECT sum(memory_usage_bytes)::BIGINT FROM duckdb_memory())`;

export async function leftOver(executor: Executor): Promise<LeftOver> {
  const [counts] = await textRows(executor, { plan: rows(COUNTS, BIGINT, BIGINT, BIGINT) });
  const [connections, relations, engineBytes] = counts!.map(Number);
  // What is collected in one round may have held what finalizers give back in the next.
  for (let round = 0; round < 3; round++) {
    collectGarbage();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, external } = process.memoryUsage();
  return {
    connections: connections!,
    relations: relations!,
    engineBytes: engineBytes!,
    resources: process.getActiveResourcesInfo().length,
    files: process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0,
    heapBytes: heapUsed + external,
  };
}
