import type { Clock } from '@arbalest/spi';

/** A clock that stands still until it is told to go on. */
export interface FakeClock extends Clock {
  /** Timers that are set. */
  readonly pending: number;
  /** Goes on by so many milliseconds: timers that become due are called, in order, and what each sets off happens before the next. */
  advance(ms: number): Promise<void>;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** @param start what `now` says at first, milliseconds since 1970 */
export function fakeClock(start = Date.UTC(2026, 0, 1)): FakeClock {
  let time = 0;
  const timers = new Set<Timer>();
  const nextUntil = (end: number) =>
    [...timers]
      .filter(({ at }) => at <= end)
      .reduce<Timer | undefined>((first, timer) => (first && first.at <= timer.at ? first : timer), undefined);
  return {
    now: () => start + time,
    monotonic: () => time,
    schedule(ms, callback) {
      const timer = { at: time + Math.max(0, ms), callback };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    get pending() {
      return timers.size;
    },
    async advance(ms) {
      const end = time + ms;
      await settled();
      for (let timer = nextUntil(end); timer; timer = nextUntil(end)) {
        time = Math.max(time, timer.at);
        timers.delete(timer);
        timer.callback();
        await settled();
      }
      time = end;
    },
  };
}

/** Lets what is ready to run do so, promises that follow each other included. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
