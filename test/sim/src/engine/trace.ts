import { hashText } from './sim-random.js';
import type { VirtualTime } from './virtual-time.js';

/** What happened, who to whom and when: as one number, and, for a run that is looked at, as text. */
export class Trace {
  private bits = 0;
  private readonly lines: string[] = [];

  /** @param keep whether the text is kept */
  constructor(
    private readonly time: VirtualTime,
    private readonly keep: boolean,
  ) {}

  note(who: string, what: string): void {
    this.bits = (Math.imul(this.bits, 31) + hashText(what) + hashText(who) + Math.floor(this.time.now * 8)) | 0;
    if (this.keep) this.line(who, what);
  }

  /** For what is costly to put into words: nothing of it is said when the text is not kept. */
  noteLazily(who: string, what: () => string): void {
    this.bits = (Math.imul(this.bits, 31) + hashText(who) + Math.floor(this.time.now * 8)) | 0;
    if (!this.keep) return;
    const text = what();
    if (text !== '') this.line(who, text);
  }

  private line(who: string, what: string): void {
    this.lines.push(`${this.time.now.toFixed(1).padStart(10)} ms  ${who.padEnd(26)} ${what}`);
  }

  /** Differs where anything that was noted differs. */
  get hash(): string {
    return (this.bits >>> 0).toString(16).padStart(8, '0');
  }

  get text(): readonly string[] {
    return this.lines;
  }
}
