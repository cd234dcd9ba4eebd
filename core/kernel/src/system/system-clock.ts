import type { Clock } from '@arbalest/spi';

/** The longest that Node's timers can wait; they fire at once when told to wait longer. */
const MOST_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule(ms, callback) {
    const due = performance.now() + ms;
    let timer: NodeJS.Timeout;
    // Node counts whole milliseconds, and so fires up to one too early: whoever compares times then would wait for a call that has been.
    const wait = (): void => {
      const left = due - performance.now();
      timer = setTimeout(() => (performance.now() < due ? wait() : callback()), Math.min(Math.max(0, Math.ceil(left)), MOST_MS)).unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};
