/** How bad the world is at the moment. Whoever does something looks here whether it goes wrong. */
export class FaultKnobs {
  /** Of a task, of failing for a reason that is not its statement's. */
  taskFailure = 0;
  /** Of a task, of taking many times as long as others. */
  straggler = 0;
  /** How often each task has failed for a reason that counts, by job/stage/task and run. */
  readonly failures = new Map<string, number>();
  /** Faults so far, by kind. */
  readonly counts: Record<string, number> = {};

  count(kind: string): void {
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
  }
}
