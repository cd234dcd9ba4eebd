import type { FragmentMetrics, FunctionLogLine, FunctionMetrics } from '@arbalest/spi';
import type { FailedRows } from './failed-rows.js';
import type { GroupCaller } from './group-caller.js';

const MOST_LOG_LINES = 1000;

/** What the calls of a fragment cost, and what their functions wrote to their logs. */
export function invokeMetrics(callers: readonly GroupCaller[], failed: FailedRows): FragmentMetrics {
  const functionLogs = callers.flatMap(({ group, trip }): FunctionLogLine[] =>
    trip.logs.map((line) => ({ function: group.definition.id, ...line })),
  );
  return { functions: functionMetrics(callers, failed), functionLogs: functionLogs.slice(-MOST_LOG_LINES), failedRows: failed.rows };
}

function functionMetrics(callers: readonly GroupCaller[], failed: FailedRows): readonly FunctionMetrics[] {
  const found = new Map<string, FunctionMetrics>();
  for (const { group, trip } of callers) {
    for (const { definition } of group.calls) {
      const { id, name } = definition;
      const before = found.get(id);
      const sums = before === undefined ? trip.metrics : addMetrics(before, trip.metrics);
      found.set(id, { ...sums, function: id, name, failedRows: failed.countOf(definition) });
    }
  }
  return [...found.values()];
}

type Sums = Omit<FunctionMetrics, 'function' | 'name'>;

function addMetrics(a: Sums, b: Sums): Sums {
  return {
    batches: a.batches + b.batches,
    rows: a.rows + b.rows,
    bytesIn: a.bytesIn + b.bytesIn,
    bytesOut: a.bytesOut + b.bytesOut,
    elapsedMs: Math.max(a.elapsedMs, b.elapsedMs),
    cpuMs: a.cpuMs + b.cpuMs,
    failedRows: 0,
    retries: a.retries + b.retries,
    starts: a.starts + b.starts,
  };
}
