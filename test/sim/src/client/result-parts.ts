import type { ResultPart } from '@arbalest/scheduler/testing';

/** Parts of a result as they are announced: of each position the newest attempt. One reader. */
export class ResultParts {
  private readonly parts: ResultPart[] = [];
  private end: { readonly error?: Error } | undefined;
  private wake: (() => void) | undefined;

  announce(part: ResultPart): void {
    const known = this.parts[part.index!];
    if (known && known.attempt! >= part.attempt!) return;
    this.parts[part.index!] = part;
    this.wake?.();
  }

  /** Nothing more is announced. */
  over(error?: Error): void {
    this.end ??= error ? { error } : {};
    this.wake?.();
  }

  /** The part at `index` of an attempt after `after`: waits for it. Undefined when there will be none. */
  async take(index: number, after = 0): Promise<ResultPart | undefined> {
    for (;;) {
      if (this.end?.error) throw this.end.error;
      const part = this.parts[index];
      if (part && part.attempt! > after) return part;
      if (this.end) return undefined;
      await this.change();
    }
  }

  /** Resolves when something was announced, or is over. */
  change(): Promise<void> {
    return new Promise((resolve) => {
      const before = this.wake;
      this.wake = () => {
        this.wake = undefined;
        before?.();
        resolve();
      };
    });
  }
}
