import type { SharedFolders } from './function-server.js';
import type { LogRing } from './log-ring.js';

/** Something that was started and should come to serve functions: a container, or a process without one. Whoever started it calls `kill` or `stop` in the end. */
export interface ServerProcess {
  /** E.g. `container 3f2a1b of acme/nlp:1.4`. */
  readonly name: string;
  /** Paths where its socket may appear, the one it is more likely to be at first. Whoever writes there is not to be trusted. */
  readonly sockets: readonly string[];
  /** Absent where it shares none. */
  readonly sharedMemory?: SharedFolders;
  readonly log: LogRing;
  /** Resolves when it has ended, in whatever way. Never rejects. */
  readonly ended: Promise<ProcessEnd>;
  /** Ends it at once and frees what belonged to it. Idempotent; never rejects: what could not be freed is in the log of the process. */
  kill(): Promise<void>;
  /** Asks it to end, waits for a while, then as `kill`. */
  stop(): Promise<void>;
}

export interface ProcessEnd {
  /** Absent when it is not known. */
  readonly exitCode?: number;
  /** It wanted more memory than it may have: this many bytes. */
  readonly memoryLimit?: number;
  /** Nobody could say any more whether it lives: why. */
  readonly lost?: Error;
}
