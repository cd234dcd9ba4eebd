import type { Launcher } from '@arbalest/spi';

/** A launcher as an author describes it to the suite. */
export interface LauncherSubject {
  /** One that has launched nothing yet, or whose place has other things in it that are none of its own. */
  readonly open: () => Promise<OpenLauncher>;
  /** How long an executor may take to be there, and to be gone. Milliseconds. @default 60000 */
  readonly settleMs?: number;
}

export interface OpenLauncher {
  readonly launcher: Launcher;
  /** A second launcher of the same configuration, as another scheduler has one after the first has died. */
  another(): Promise<Launcher>;
  /** What really runs, asked of the place itself: one entry for each container, pod or process, by the name it was launched under. */
  running(): Promise<readonly string[]>;
  /** What the executor of that name was told: the URL of the scheduler, threads and bytes. */
  told(name: string): Promise<{ readonly schedulerUrl: string; readonly threads: number; readonly memoryBytes: number }>;
  /** Ends an executor behind the launcher's back. */
  kill(name: string): Promise<void>;
  /** Makes the place stop answering, until the returned function is called. */
  stall?(): Promise<() => Promise<void>>;
  close?(): Promise<void>;
}
