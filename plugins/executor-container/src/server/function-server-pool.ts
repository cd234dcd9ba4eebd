import { type ArbalestError, cancelledError, type FunctionSource, type Log, resourcesError } from '@arbalest/spi';
import type { ServerLease, ServerPool, ServerRequest } from './function-server.js';
import { watchHealth } from './health-watch.js';
import type { LiveServer } from './live-server.js';
import type { ServerLimits, ServerTimeouts } from './pool-options.js';
import { leaseOf, Slot } from './slot.js';
import type { ServerPlan } from './sources.js';

export interface FunctionServerPoolParts {
  /** See `Sources`. */
  readonly sources: { resolve(source: FunctionSource): Promise<FunctionSource>; plan(request: ServerRequest): Promise<ServerPlan> };
  readonly limits: Pick<ServerLimits, 'containers' | 'containersPerSource'>;
  readonly timeouts: ServerTimeouts;
  readonly log: Log;
  /** After the last server has ended. */
  readonly onClosed: () => Promise<void>;
}

/** Servers by what they were asked for: started with the first lease, kept for a while after the last. */
export class FunctionServerPool implements ServerPool {
  readonly #parts: FunctionServerPoolParts;
  readonly #slots = new Map<string, Slot>();
  /** What has been given up and is not free yet: it still has a container. */
  readonly #leaving = new Set<Slot>();
  /** Called when there may be a place. */
  readonly #waiting = new Set<() => void>();
  readonly #over = new AbortController();
  #closed: Promise<void> | undefined;

  constructor(parts: FunctionServerPoolParts) {
    this.#parts = parts;
  }

  resolve(source: FunctionSource, signal: AbortSignal): Promise<FunctionSource> {
    return orAborted(this.#parts.sources.resolve(source), AbortSignal.any([signal, this.#over.signal]));
  }

  async acquire(request: ServerRequest): Promise<ServerLease> {
    const signal = AbortSignal.any([request.signal, this.#over.signal]);
    const plan = await orAborted(this.#parts.sources.plan(request), signal);
    const deadline = performance.now() + this.#parts.timeouts.waitMs;
    for (;;) {
      const there = this.#slots.get(plan.key);
      const started = there === undefined && this.#hasRoom(plan);
      const slot = started ? this.#start(plan) : there;
      const lease = slot && (await this.#lease(slot, started, request, signal));
      if (lease !== undefined) return lease;
      if (slot !== undefined) continue;
      this.#endOneIdle(plan);
      await this.#room(deadline, signal);
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return (this.#closed ??= this.#close());
  }

  /** Undefined when the server that was there has gone before it could be used. */
  async #lease(slot: Slot, started: boolean, request: ServerRequest, signal: AbortSignal): Promise<ServerLease | undefined> {
    slot.leases++;
    try {
      const server = await orAborted(slot.server, signal);
      if (server.gone.aborted) {
        if (started) throw server.gone.reason;
        this.#release(slot);
        return undefined;
      }
      await orAborted(slot.know(server, request.declared), signal);
      return leaseOf(server, started, () => this.#release(slot));
    } catch (error) {
      this.#release(slot);
      throw error;
    }
  }

  #release(slot: Slot): void {
    slot.leases--;
    if (slot.leases > 0) return;
    if (this.#leaving.has(slot)) this.#endIdle(slot, 'takes no more calls');
    else slot.afterIdle(this.#parts.timeouts.idleMs, () => this.#endIdle(slot, `had nothing to do for ${this.#parts.timeouts.idleMs} ms`));
    this.#wake();
  }

  #start(plan: ServerPlan): Slot {
    const slot = new Slot(plan, plan.start());
    this.#slots.set(plan.key, slot);
    this.#wake();
    slot.server.then(
      (server) => this.#watch(slot, server),
      () => this.#drop(slot, Promise.resolve()),
    );
    return slot;
  }

  #watch(slot: Slot, server: LiveServer): void {
    const { log, timeouts } = this.#parts;
    log.info('A server of functions is ready', { server: server.name, runtime: server.description.runtime });
    const onGone = () => {
      log.info('A server of functions is gone', { server: server.name, reason: (server.gone.reason as ArbalestError).message });
      this.#drop(slot, server.freed);
    };
    if (server.gone.aborted) return onGone();
    server.gone.addEventListener('abort', () => queueMicrotask(onGone), { once: true });
    watchHealth(
      server,
      timeouts,
      () => slot.leases > 0,
      () => this.#retire(slot),
    );
    if (this.#over.signal.aborted) server.stop(this.#over.signal.reason as Error);
  }

  /** No new leases; those that there are go on. */
  #retire(slot: Slot): void {
    if (this.#slots.get(slot.plan.key) !== slot) return;
    this.#slots.delete(slot.plan.key);
    this.#leaving.add(slot);
    if (slot.leases === 0) this.#endIdle(slot, 'takes no more calls');
  }

  #drop(slot: Slot, freed: Promise<void>): void {
    if (this.#slots.get(slot.plan.key) === slot) this.#slots.delete(slot.plan.key);
    this.#leaving.add(slot);
    void freed.finally(() => {
      this.#leaving.delete(slot);
      this.#wake();
    });
  }

  #endIdle(slot: Slot, why: string): void {
    if (slot.leases > 0) return;
    void slot.server.then(
      (server) => server.stop(cancelledError('FUNCTION_IDLE', `The ${server.name} ${why}, and was ended`)),
      () => undefined,
    );
  }

  #hasRoom({ code }: ServerPlan): boolean {
    if (code === undefined) return true;
    const { containers, containersPerSource } = this.#parts.limits;
    const local = this.#local();
    return local.length < containers && local.filter((slot) => slot.plan.code === code).length < containersPerSource;
  }

  /** The one that has been idle for the longest makes room; of the same source where that is what there are too many of. */
  #endOneIdle({ code }: ServerPlan): void {
    const local = this.#local();
    const full = local.length >= this.#parts.limits.containers;
    const idle = [...this.#slots.values()].filter(
      (slot) => slot.leases === 0 && slot.plan.code !== undefined && (full || slot.plan.code === code),
    );
    const [oldest] = idle.sort((a, b) => a.idleSince - b.idleSince);
    if (oldest === undefined) return;
    this.#slots.delete(oldest.plan.key);
    this.#leaving.add(oldest);
    this.#endIdle(oldest, 'had nothing to do when there was no place for another one');
  }

  #local(): Slot[] {
    return [...this.#slots.values(), ...this.#leaving].filter((slot) => slot.plan.code !== undefined);
  }

  /** Resolves when something has changed. */
  async #room(deadline: number, signal: AbortSignal): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let wake = (): void => undefined;
    try {
      const change = new Promise<void>((resolve, reject) => {
        wake = resolve;
        this.#waiting.add(wake);
        timer = setTimeout(() => reject(this.#full()), deadline - performance.now());
      });
      await orAborted(change, signal);
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(wake);
    }
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }

  #full(): ArbalestError {
    const { limits, timeouts } = this.#parts;
    return resourcesError(
      'FUNCTION_POOL_FULL',
      `No place for one more server of functions came free within ${timeouts.waitMs} ms: this executor runs ${limits.containers} at most, ${limits.containersPerSource} of one image (settings container.limits.containers and containersPerSource)`,
    );
  }

  async #close(): Promise<void> {
    this.#over.abort(cancelledError('CANCELLED', 'The executor is closing'));
    const slots = [...this.#slots.values(), ...this.#leaving];
    await Promise.all(slots.map((slot) => this.#endOnClose(slot)));
    await this.#parts.onClosed();
  }

  async #endOnClose(slot: Slot): Promise<void> {
    const server = await slot.server.catch(() => undefined);
    server?.stop(this.#over.signal.reason as Error);
    await server?.freed;
  }
}

/** The promise, or the reason of the signal when that aborts first. */
function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
