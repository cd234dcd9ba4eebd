import type { Launcher, LaunchRequest } from '@arbalest/spi';

/** A place where executors "run", by the name they were launched under; as an engine or a cluster would keep them. */
export class MemoryPlace {
  readonly executors = new Map<string, LaunchRequest>();
  #stalled: Promise<void> = Promise.resolve();

  /** One call to the place: takes a moment, or as long as it stalls. */
  async call<T>(signal: AbortSignal, work: () => T): Promise<T> {
    signal.throwIfAborted();
    const answered = this.#stalled.then(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
    await untilAborted(answered, signal);
    return work();
  }

  stall(): () => Promise<void> {
    let resume = () => {};
    this.#stalled = new Promise((resolve) => (resume = resolve));
    return () => Promise.resolve(resume());
  }
}

async function untilAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop);
  });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Launches into a `MemoryPlace`; remembers nothing itself, so that another scheduler's sees the same. */
export class MemoryLauncher implements Launcher {
  readonly id = 'memory';

  constructor(protected readonly place: MemoryPlace) {}

  launch(request: LaunchRequest, signal: AbortSignal): Promise<void> {
    return this.place.call(signal, () => {
      if (!this.place.executors.has(request.name)) this.place.executors.set(request.name, request);
    });
  }

  terminate(name: string, signal: AbortSignal): Promise<void> {
    return this.place.call(signal, () => void this.place.executors.delete(name));
  }

  list(signal: AbortSignal): Promise<readonly string[]> {
    return this.place.call(signal, () => [...this.place.executors.keys()]);
  }
}
