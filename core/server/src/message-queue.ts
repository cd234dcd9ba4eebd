/**
 * Messages from a sender that must not block to a reader that takes its time. Unbounded: for control messages only, never for data.
 */
export class MessageQueue<T> implements AsyncIterable<T> {
  private readonly waiting: T[] = [];
  private wake: (() => void) | undefined;
  private closed = false;

  push(message: T): void {
    if (this.closed) return;
    this.waiting.push(message);
    this.wake?.();
  }

  /** What was pushed before is still delivered. */
  close(): void {
    this.closed = true;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<T> {
    for (;;) {
      while (this.waiting.length > 0) yield this.waiting.shift()!;
      if (this.closed) return;
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = undefined;
    }
  }
}
