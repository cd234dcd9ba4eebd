import { describeServer } from '../hello/connect-server.js';
import { listsFunctions, type ServerFunction, type ServerLease } from './function-server.js';
import type { LiveServer } from './live-server.js';
import type { ServerPlan } from './sources.js';

/** A server's place in the pool, from before it is started until all that belonged to it is free. */
export class Slot {
  leases = 0;
  /** When the last lease ended, by `performance.now()`. */
  idleSince = 0;
  #idleTimer: NodeJS.Timeout | undefined;
  #knowing: Promise<void> = Promise.resolve();

  constructor(
    readonly plan: ServerPlan,
    readonly server: Promise<LiveServer>,
  ) {}

  /** Calls `callback` once, unless there is another lease before `ms` have passed. */
  afterIdle(ms: number, callback: () => void): void {
    this.idleSince = performance.now();
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => {
      if (this.leases === 0 && performance.now() - this.idleSince >= ms - 1) callback();
    }, ms);
    this.#idleTimer.unref();
  }

  /** Asks a server that lists no functions about those that it has not been asked about yet; one request at a time. */
  know(server: LiveServer, declared: readonly ServerFunction[] = []): Promise<void> {
    this.#knowing = this.#knowing.catch(() => undefined).then(() => this.#ask(server, declared));
    return this.#knowing;
  }

  async #ask(server: LiveServer, declared: readonly ServerFunction[]): Promise<void> {
    const { dialect, functions } = server.description;
    const unknown = declared.filter(({ name }) => !functions.some((known) => known.name === name));
    if (listsFunctions(dialect) || unknown.length === 0) return;
    server.description = await describeServer(server.client, {
      name: server.name,
      declared: [...functions, ...unknown],
      signal: server.gone,
    });
  }
}

/** @param onRelease Called once. */
export function leaseOf(server: LiveServer, started: boolean, onRelease: () => void): ServerLease {
  const from = server.log.untaken;
  let released = false;
  return {
    server,
    started,
    logLines: () => server.log.take(from),
    release() {
      if (released) return;
      released = true;
      onRelease();
    },
  };
}
