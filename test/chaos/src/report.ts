import { type FaultRecord, lastedIn } from './fault-record.js';
import type { FaultName } from './faults/fault.js';
import { textTable } from './text-table.js';
import type { Outcome } from './workload/outcome.js';

export interface ChaosReport {
  readonly outcomes: readonly Outcome[];
  readonly faults: readonly FaultRecord[];
  /** What must not have happened. */
  readonly complaints: readonly string[];
}

const HEADER = ['fault', 'count', 'statements', 'right', 'of these retried', 'failed', 'wrong', 'hung', 'slowest', 'first answer after'];

/** A line for each kind of fault, with the statements that were under way while it lasted: one that met several counts for each of them. */
export function reportText({ outcomes, faults }: ChaosReport): string {
  const kinds = [...new Set(faults.map(({ fault }) => fault))];
  const met = (records: readonly FaultRecord[]) => outcomes.filter((outcome) => records.some((record) => lastedIn(record, outcome)));
  const rows = kinds.map((kind) => {
    const records = faults.filter(({ fault }) => fault === kind);
    return row(kind, String(records.length), met(records), takeovers(faults, kind));
  });
  const calm = outcomes.filter((outcome) => !faults.some((record) => lastedIn(record, outcome)));
  return textTable(HEADER, [...rows, row('none', '', calm, ''), row('all', String(faults.length), outcomes, '')]);
}

function row(name: string, count: string, outcomes: readonly Outcome[], takeover: string): string[] {
  const of = (verdict: Outcome['verdict']): Outcome[] => outcomes.filter((outcome) => outcome.verdict === verdict);
  const right = of('right');
  const slowest = Math.max(0, ...outcomes.map(({ startedMs, endedMs }) => endedMs - startedMs));
  return [
    name,
    count,
    String(outcomes.length),
    String(right.length),
    String(right.filter(({ retries }) => retries > 0).length),
    codes(of('failed')),
    String(of('wrong').length),
    String(of('hung').length),
    seconds(slowest),
    takeover,
  ];
}

function codes(failed: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const { code = '?' } of failed) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts.size === 0 ? '0' : [...counts].map(([code, count]) => `${count} ${code}`).join(', ');
}

function takeovers(faults: readonly FaultRecord[], kind: FaultName): string {
  return faults.flatMap(({ fault, takeoverMs }) => (fault === kind && takeoverMs !== undefined ? [seconds(takeoverMs)] : [])).join(', ');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
