/** Tells whoever waits that something has changed; what it is they look up themselves. */
export class Changes {
  private readonly listeners = new Set<() => void>();

  /** Calls `listener` at every change. @returns what ends that */
  watch(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  tell(): void {
    for (const listener of [...this.listeners]) listener();
  }

  /** Resolves as soon as `ready` is true. @throws what `ready` throws, or the signal's reason */
  async until(ready: () => boolean, signal: AbortSignal): Promise<void> {
    while (!ready()) {
      signal.throwIfAborted();
      await this.next(signal);
    }
  }

  /** Resolves with the next change, or when the signal aborts. */
  private next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        unwatch();
        resolve();
      };
      const unwatch = this.watch(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }
}
