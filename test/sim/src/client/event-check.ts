import type { JobEvent } from '@arbalest/scheduler/testing';

/** What must hold of the events of one stream, whatever goes wrong. */
export class EventCheck {
  private count = 0;
  private hasEnded = false;
  private fraction = 0;
  private run = 0;
  private readonly attempts = new Map<number, number>();

  constructor(private readonly onViolation: (text: string) => void) {}

  take(event: JobEvent): void {
    const { accepted, progress, part, finished, failed } = event;
    if (this.hasEnded) this.onViolation('An event came after the last one');
    if ((this.count++ === 0) !== Boolean(accepted))
      this.onViolation(`Event ${this.count} is ${Object.keys(event).join()}; the first one is accepted`);
    if (progress && progress.fraction! < this.fraction)
      this.onViolation(`Progress went back from ${this.fraction} to ${progress.fraction}`);
    this.fraction = progress?.fraction ?? this.fraction;
    if (part) this.takePart(part.run ?? 0, part.index!, part.attempt!);
    this.hasEnded = Boolean(finished ?? failed);
  }

  private takePart(run: number, index: number, attempt: number): void {
    if (run < this.run) this.onViolation(`A part of run ${run} came after one of run ${this.run}`);
    if (run > this.run) this.attempts.clear();
    this.run = run;
    const before = this.attempts.get(index);
    if (before !== undefined && before >= attempt)
      this.onViolation(`Part ${index} of attempt ${attempt} came after that of attempt ${before}`);
    if (before === undefined && index > this.attempts.size) this.onViolation(`Part ${index} came before part ${this.attempts.size}`);
    this.attempts.set(index, attempt);
  }
}
