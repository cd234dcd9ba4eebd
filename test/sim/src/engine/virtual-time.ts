import { EventHeap, type TimedEvent } from './event-heap.js';
import type { SimProcess } from './sim-process.js';

interface Scheduled extends TimedEvent {
  readonly process: SimProcess | undefined;
  readonly callback: () => void;
  cancelled: boolean;
}

/**
 * The one time of a run, in milliseconds from its start. It stands still while anything happens, and then goes on to the next event at once: a
 * virtual minute takes as long as what happens in it. Between two events every promise that can be settled is.
 */
export class VirtualTime {
  now = 0;
  /** Events so far. */
  events = 0;
  private order = 0;
  private readonly heap = new EventHeap<Scheduled>();

  /**
   * Calls `callback` then, as something that happens to `process`: not at all when the process is dead by then, and when it goes on when it is stopped.
   *
   * @returns takes it back
   */
  schedule(ms: number, process: SimProcess | undefined, callback: () => void): () => void {
    const event = { at: this.now + Math.max(0, ms), order: this.order++, process, callback, cancelled: false };
    this.heap.push(event);
    return () => (event.cancelled = true);
  }

  /** Resolves after `ms`, for actors that are no process. */
  sleep(ms: number, process?: SimProcess): Promise<void> {
    return new Promise((resolve) => this.schedule(ms, process, resolve));
  }

  /** Lets time go by until `over` says so, or the time comes. @returns whether `over` said so */
  async run(over: () => boolean, until: number): Promise<boolean> {
    await settled();
    while (!over()) {
      const event = this.heap.pop();
      if (!event || event.at > until) {
        if (event) this.heap.push(event);
        this.now = Math.max(this.now, until);
        return over();
      }
      if (!event.cancelled && this.happens(event)) await settled();
    }
    return true;
  }

  private happens({ at, process, callback }: Scheduled): boolean {
    if (process && !process.isAlive) return false;
    if (process?.isStopped) {
      process.whenResumed(callback);
      return false;
    }
    this.now = Math.max(this.now, at);
    this.events++;
    process?.onEvent();
    callback();
    return true;
  }
}

/** Resolves when everything that follows from settled promises has happened: Node runs all microtasks before the next turn of its event loop. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
