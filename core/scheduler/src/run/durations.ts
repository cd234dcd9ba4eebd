/** Steps into which each doubling of a length of time is cut: what comes out is within a tenth of what went in. */
const STEPS = 8;

/** Lengths of time as a histogram, so that a stage of a hundred thousand tasks costs no more than one of ten. */
export class Durations {
  private readonly counts: number[] = [];
  private total = 0;

  add(ms: number): void {
    const step = ms <= 1 ? 0 : Math.round(Math.log2(ms) * STEPS);
    this.counts[step] = (this.counts[step] ?? 0) + 1;
    this.total++;
  }

  /** Milliseconds; undefined when there is none. */
  get median(): number | undefined {
    let left = this.total / 2;
    for (const [step, count] of this.counts.entries()) {
      left -= count ?? 0;
      if (left <= 0 && this.total > 0) return 2 ** (step / STEPS);
    }
    return undefined;
  }
}
