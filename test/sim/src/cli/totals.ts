import type { RunReport } from '../run-seed.js';

type Counts = Readonly<Record<string, number>>;

/** What many runs came to. */
export class Totals {
  runs = 0;
  events = 0;
  virtualMs = 0;
  readonly failed: RunReport[] = [];
  private faults: Counts = {};
  private ends: Counts = {};

  add(report: RunReport): void {
    this.runs++;
    this.events += report.events;
    this.virtualMs += report.virtualMs;
    this.faults = sum(this.faults, report.faults);
    this.ends = sum(this.ends, report.ends);
    if (report.violations.length > 0) this.failed.push(report);
  }

  table(elapsedMs: number): string {
    const perSecond = this.runs / (elapsedMs / 1000);
    return [
      `${this.runs} clusters in ${(elapsedMs / 1000).toFixed(1)} s, ${perSecond.toFixed(0)} a second; ${this.events} events, ${(this.virtualMs / 3_600_000).toFixed(1)} hours of virtual time`,
      'Faults',
      ...lines(this.faults),
      'Statements',
      ...lines(this.ends),
      `${this.failed.length} clusters broke a rule`,
    ].join('\n');
  }
}

function sum(a: Counts, b: Counts): Counts {
  const total: Record<string, number> = { ...a };
  for (const [kind, count] of Object.entries(b)) total[kind] = (total[kind] ?? 0) + count;
  return total;
}

function lines(counts: Counts): readonly string[] {
  return Object.entries(counts)
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, count]) => `  ${String(count).padStart(9)}  ${kind}`);
}
