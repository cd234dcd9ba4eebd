import type { arbalest } from '@arbalest/proto';
import type { FragmentMetrics } from '@arbalest/spi';

type Report = arbalest.scheduler.v1.IFunctionReport;

/** What a task's status says of users' functions; nothing where none were called. */
export function functionReport({ functions = [], functionLogs = [], failedRows = [] }: FragmentMetrics = {}): {
  readonly functions?: Report;
} {
  if (functions.length === 0 && functionLogs.length === 0 && failedRows.length === 0) return {};
  return { functions: { metrics: functions.map(rounded), logs: [...functionLogs], failedRows: [...failedRows] } };
}

/** Whole numbers travel as integers. */
function rounded(metrics: NonNullable<FragmentMetrics['functions']>[number]): arbalest.scheduler.v1.IFunctionMetrics {
  const { batches, rows, bytesIn, bytesOut, failedRows, retries, starts } = metrics;
  const counts = Object.fromEntries(
    Object.entries({ batches, rows, bytesIn, bytesOut, failedRows, retries, starts }).map(([key, value]) => [key, Math.round(value)]),
  );
  return { ...metrics, ...counts };
}
