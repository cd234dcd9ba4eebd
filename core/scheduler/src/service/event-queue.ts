/** Events from a producer that never waits to one reader that takes its time. Of events with the same key only the newest waits. */
export class EventQueue<Event> implements AsyncIterable<Event> {
  private waiting: { readonly event: Event; readonly key: string | undefined }[] = [];
  private wake: (() => void) | undefined;
  private ended = false;

  push(event: Event, key?: string): void {
    if (this.ended) return;
    if (key !== undefined) this.waiting = this.waiting.filter((other) => other.key !== key);
    this.waiting.push({ event, key });
    this.wake?.();
  }

  /** What was pushed before is still delivered. */
  end(): void {
    this.ended = true;
    this.wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event, void, undefined> {
    for (;;) {
      for (let next = this.waiting.shift(); next; next = this.waiting.shift()) yield next.event;
      if (this.ended) return;
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = undefined;
    }
  }
}
