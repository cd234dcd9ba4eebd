import { expect, test } from 'vitest';
import { ExecutorMetrics } from './executor-metrics.js';

const lines = async (metrics: ExecutorMetrics, name: string) =>
  (await metrics.scrape()).text.split('\n').filter((line) => line.startsWith(name));

test('what tasks and functions did is added up', async () => {
  const metrics = new ExecutorMetrics(() => undefined);
  const task = { stage: 'scan', metrics: { elapsedUs: 20_000, scannedRows: 5, remoteBytes: 7 } };
  metrics.taskEnded({ ...task, outcome: 'finished', functions: [{ name: 'twice', batches: 2, rows: 5, elapsedMs: 1500, failedRows: 1 }] });
  metrics.taskEnded({ ...task, outcome: 'failed', functions: [] });
  expect(await lines(metrics, 'arbalest_executor_task_attempts_total{')).toEqual([
    'arbalest_executor_task_attempts_total{stage="scan",outcome="finished"} 1',
    'arbalest_executor_task_attempts_total{stage="scan",outcome="failed"} 1',
  ]);
  expect(await lines(metrics, 'arbalest_executor_scanned_rows_total{')).toEqual(['arbalest_executor_scanned_rows_total{stage="scan"} 10']);
  expect(await lines(metrics, 'arbalest_executor_exchange_read_bytes_total{from="remote"')).toEqual([
    'arbalest_executor_exchange_read_bytes_total{from="remote"} 14',
  ]);
  expect(await lines(metrics, 'arbalest_executor_task_duration_seconds_sum')).toEqual([
    'arbalest_executor_task_duration_seconds_sum{stage="scan"} 0.04',
  ]);
  expect(await lines(metrics, 'arbalest_function_duration_seconds_total{')).toEqual([
    'arbalest_function_duration_seconds_total{function="twice"} 1.5',
  ]);
});

test('however many functions users make, labels stay few', async () => {
  const metrics = new ExecutorMetrics(() => undefined);
  for (let i = 0; i < 300; i++)
    metrics.taskEnded({ stage: 'scan', outcome: 'finished', metrics: {}, functions: [{ name: `f${i}`, rows: 1 }] });
  const rows = await lines(metrics, 'arbalest_function_rows_total{');
  expect(rows).toHaveLength(201);
  expect(rows.at(-1)).toBe('arbalest_function_rows_total{function="other"} 100');
});

test('figures are read when they are asked for', async () => {
  let running = 1;
  const figures = { registered: true, draining: false, waiting: 0, exchanges: 2, exchangeMemoryBytes: 3, exchangeSpilledBytes: 4 };
  const metrics = new ExecutorMetrics(() => ({ ...figures, running }));
  expect(await lines(metrics, 'arbalest_executor_tasks{state="running"')).toEqual(['arbalest_executor_tasks{state="running"} 1']);
  running = 2;
  expect(await lines(metrics, 'arbalest_executor_tasks{state="running"')).toEqual(['arbalest_executor_tasks{state="running"} 2']);
  expect(await lines(metrics, 'arbalest_executor_exchange_spilled_bytes ')).toEqual(['arbalest_executor_exchange_spilled_bytes 4']);
});
