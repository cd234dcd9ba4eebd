/** Messages from one who never waits to one reader. Ends well or with an error; what came before is still read. */
export class Inbox<Message> implements AsyncIterable<Message> {
  private waiting: Message[] = [];
  private wake: (() => void) | undefined;
  private over: { readonly error?: Error } | undefined;

  push(message: Message): void {
    if (this.over) return;
    this.waiting.push(message);
    this.wake?.();
  }

  end(error?: Error): void {
    this.over ??= error ? { error } : {};
    this.wake?.();
  }

  get isOver(): boolean {
    return this.over !== undefined;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Message, void, undefined> {
    for (;;) {
      for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) yield next;
      if (this.over?.error) throw this.over.error;
      if (this.over) return;
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = undefined;
    }
  }
}
