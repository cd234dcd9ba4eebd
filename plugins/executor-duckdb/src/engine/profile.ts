import type { FragmentMetrics } from '@arbalest/spi';
import type { Connection } from './connection.js';

/**
 * What DuckDB counts while a query runs, and nothing else of what it could: these cost about a percent. See
 * https://duckdb.org/docs/stable/dev/profiling for the names.
 */
const METRICS = {
  scannedRows: 'CUMULATIVE_ROWS_SCANNED',
  scannedBytes: 'TOTAL_BYTES_READ',
  spilledBytes: 'SYSTEM_PEAK_TEMP_DIR_SIZE',
  cpuSeconds: 'CPU_TIME',
} as const;

/** What is set for that; a locked engine leaves these open. */
export const PROFILE_SETTINGS: readonly string[] = ['enable_profiling', 'custom_profiling_settings'];

const counting = new WeakSet<Connection>();

/** Has the connection count from now on: for as long as it lives, because to turn it off and on again costs each fragment more than counting. */
export function startProfiling(connection: Connection): void {
  if (counting.has(connection)) return;
  const wanted = JSON.stringify(Object.fromEntries(Object.values(METRICS).map((name) => [name, 'true'])));
  connection.runNow(`SET enable_profiling = 'no_output'; SET custom_profiling_settings = '${wanted}'`);
  counting.add(connection);
}

/** What was counted for the query that ended last on the connection. The spill directory is the engine's, so queries that run side by side see one figure. */
export function readProfile(connection: Connection): FragmentMetrics {
  const scannedRows = number(connection, METRICS.scannedRows);
  const scannedBytes = number(connection, METRICS.scannedBytes);
  const spilledBytes = number(connection, METRICS.spilledBytes);
  const cpuSeconds = number(connection, METRICS.cpuSeconds);
  return {
    ...(scannedRows === undefined ? {} : { scannedRows }),
    ...(scannedBytes === undefined ? {} : { scannedBytes }),
    ...(spilledBytes === undefined ? {} : { spilledBytes }),
    ...(cpuSeconds === undefined ? {} : { cpuMs: cpuSeconds * 1000 }),
  };
}

function number(connection: Connection, name: string): number | undefined {
  const { library } = connection;
  const profile = library.profile(connection.address) ?? 0n;
  const value = profile === 0n ? 0n : (library.profileValue(profile, name) ?? 0n);
  if (value === 0n) return undefined;
  try {
    const address = library.valueText(value) ?? 0n;
    if (address === 0n) return undefined;
    const found = Number(library.text(address));
    library.free(address);
    return Number.isFinite(found) ? found : undefined;
  } finally {
    library.destroyValue(new BigUint64Array([value]));
  }
}
