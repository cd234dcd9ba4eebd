import type { FunctionMetrics } from '@arbalest/spi';
import type { FunctionMetricsMessage, FunctionReport } from '../messages.js';

/** What calls of each function have cost, over several tasks. */
export function functionTotals(reports: Iterable<FunctionReport | undefined>): readonly FunctionMetrics[] {
  const totals = new Map<string, FunctionMetrics>();
  for (const report of reports) {
    for (const message of report?.metrics ?? []) {
      const metrics = metricsOf(message);
      const before = totals.get(metrics.function);
      totals.set(metrics.function, before ? addMetrics(before, metrics) : metrics);
    }
  }
  return [...totals.values()];
}

export function addMetrics(a: FunctionMetrics, b: FunctionMetrics): FunctionMetrics {
  return {
    function: a.function,
    name: a.name,
    batches: a.batches + b.batches,
    rows: a.rows + b.rows,
    bytesIn: a.bytesIn + b.bytesIn,
    bytesOut: a.bytesOut + b.bytesOut,
    elapsedMs: a.elapsedMs + b.elapsedMs,
    cpuMs: a.cpuMs + b.cpuMs,
    failedRows: a.failedRows + b.failedRows,
    retries: a.retries + b.retries,
    starts: a.starts + b.starts,
  };
}

export function metricsOf(message: FunctionMetricsMessage): FunctionMetrics {
  return {
    function: message.function ?? '',
    name: message.name ?? '',
    batches: message.batches ?? 0,
    rows: message.rows ?? 0,
    bytesIn: message.bytesIn ?? 0,
    bytesOut: message.bytesOut ?? 0,
    elapsedMs: message.elapsedMs ?? 0,
    cpuMs: message.cpuMs ?? 0,
    failedRows: message.failedRows ?? 0,
    retries: message.retries ?? 0,
    starts: message.starts ?? 0,
  };
}
