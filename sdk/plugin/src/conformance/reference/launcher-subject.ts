import type { Launcher } from '@arbalest/spi';
import type { LauncherSubject } from '../index.js';
import { MemoryPlace } from './memory-launcher.js';

/** The suite's view of launchers into a `MemoryPlace`. */
export function memoryLauncherSubject(launcherOf: (place: MemoryPlace) => Launcher, settleMs = 5_000): LauncherSubject {
  return {
    settleMs,
    open: () => {
      const place = new MemoryPlace();
      return Promise.resolve({
        launcher: launcherOf(place),
        another: () => Promise.resolve(launcherOf(place)),
        running: () => Promise.resolve([...place.executors.keys()]),
        told: (name) =>
          Promise.resolve(place.executors.get(name)!).then(({ schedulerUrl, threads, memoryBytes }) => ({
            schedulerUrl,
            threads,
            memoryBytes,
          })),
        kill: (name) => Promise.resolve(void place.executors.delete(name)),
        stall: () => Promise.resolve(place.stall()),
      });
    },
  };
}
