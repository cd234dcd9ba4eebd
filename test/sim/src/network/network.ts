import { type ArbalestError, transientError } from '@arbalest/spi';
import type { SimProcess } from '../engine/sim-process.js';
import type { SimRandom } from '../engine/sim-random.js';
import type { Trace } from '../engine/trace.js';
import type { VirtualTime } from '../engine/virtual-time.js';
import { Lane } from './lane.js';
import { Partitions } from './partitions.js';
import { StreamEnd } from './stream-end.js';

/** Who answers at an address, in its present life. */
interface Listener {
  readonly process: SimProcess;
  readonly server: unknown;
}

/** Something between two processes that breaks when they cannot reach each other for long. */
interface Connection {
  readonly names: readonly [string, string];
  fail(): void;
}

/** Somebody who wants to know when a process ends. */
interface Watch {
  readonly watcher: SimProcess;
  readonly address: string;
  readonly gone: () => void;
}

/** A peer that says nothing for so long is given up, milliseconds: the least and the most. */
const KEEPALIVE_MS = [3000, 9000] as const;

/**
 * Messages between processes. Within a stream they keep their order, everything else may overtake. As TCP does, the network loses nothing but whole connections:
 * what is sent into a partition arrives when it heals, if the connection lives as long.
 */
export class Network {
  /** Of a call or a stream, of being lost or broken. Set by the faults. */
  lossProbability = 0;
  /** The longest that a message takes, milliseconds; most take a hundredth of it. */
  slowestMs = 50;
  readonly partitions: Partitions;
  private readonly listeners = new Map<string, Listener>();
  private readonly connections = new Set<Connection>();
  private readonly watches = new Set<Watch>();
  private readonly random: SimRandom;

  constructor(
    private readonly time: VirtualTime,
    random: SimRandom,
    readonly trace: Trace,
    private readonly onFault: (kind: string) => void,
  ) {
    this.random = random.fork('network');
    this.partitions = new Partitions((names) => this.watchConnections(names));
  }

  /** `server` answers at the process's name from now on. */
  listen(process: SimProcess, server: unknown): void {
    this.listeners.set(process.name, { process, server });
  }

  /** Carries a message. It is for the receiver's present life: nobody else ever gets it. */
  post(from: SimProcess, to: SimProcess, lane: Lane, deliver: () => void): void {
    const at = lane.send(this.time.now + this.latency(), deliver);
    const arrive = (): void => {
      if (!this.partitions.areApart(from.name, to.name)) return lane.arrive();
      this.partitions.hold(from.name, to.name, () =>
        this.time.schedule(lane.later(this.time.now + this.latency()) - this.time.now, to, arrive),
      );
    };
    this.time.schedule(at - this.time.now, to, arrive);
  }

  /**
   * One request, one answer.
   *
   * @param work what is done with the request at the other side, in the other's process
   * @throws what `work` throws; transient error `UNAVAILABLE` when the request or the answer is lost: it may have been done or not
   */
  call<Server, Answer>(from: SimProcess, address: string, what: string, work: (server: Server) => Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      let isOpen = true;
      const settle = (how: () => void): void => {
        if (!isOpen) return;
        isOpen = false;
        this.connections.delete(connection);
        how();
      };
      const fail = (): void => void this.time.schedule(this.latency(), from, () => settle(() => reject(unavailable(address, what))));
      const connection: Connection = { names: [from.name, address], fail };
      this.open(connection);
      const lost = this.loses();
      if (lost === 'request') return fail();
      this.reach(from, address, fail, ({ process, server }) => {
        this.trace.note(`${from.name} → ${address}`, what);
        const answer = (how: () => void): void => {
          forget();
          if (lost === 'answer') return fail();
          this.post(process, from, new Lane(), () => settle(how));
        };
        const forget = process.whenDead(fail);
        // What `work` throws at once is an answer too.
        (async () => work(server as Server))().then(
          (value) => answer(() => resolve(value)),
          (thrown: Error) => answer(() => reject(thrown)),
        );
      });
    });
  }

  /** Opens a stream in both directions. It is there at once; that nobody answers shows in `incoming`. */
  stream<Server, Out, In>(
    from: SimProcess,
    address: string,
    what: string,
    accept: (server: Server, end: StreamEnd<In, Out>) => void,
  ): StreamEnd<Out, In> {
    const fail = (): void => {
      this.connections.delete(connection);
      this.time.schedule(this.latency(), from, () => mine.breaks(unavailable(address, what)));
    };
    const connection: Connection = { names: [from.name, address], fail };
    const mine = new StreamEnd<Out, In>(this, from, () => this.connections.delete(connection));
    this.open(connection);
    if (this.loses() === 'request') {
      fail();
      return mine;
    }
    this.reach(from, address, fail, ({ process, server }) => {
      if (mine.isOver) return;
      this.trace.note(`${from.name} → ${address}`, what);
      const theirs = new StreamEnd<In, Out>(this, process, () => undefined);
      mine.join(theirs, unavailable(address, what));
      accept(server as Server, theirs);
    });
    return mine;
  }

  /** Tells when the process that answers at the address now has ended, if its host can be reached then. @returns takes it back */
  watch(watcher: SimProcess, address: string, gone: () => void): () => void {
    const watch: Watch = { watcher, address, gone };
    this.watches.add(watch);
    const listener = this.listeners.get(address)?.process;
    const forget = listener?.isAlive === true ? listener.whenDead(() => this.tellLater(watch)) : undefined;
    return () => {
      forget?.();
      this.watches.delete(watch);
    };
  }

  /** Everybody who watches the address takes its process for dead, although it may live. */
  takeForDead(address: string): boolean {
    const watches = [...this.watches].filter((watch) => watch.address === address);
    for (const watch of watches) this.tellLater(watch);
    return watches.length > 0;
  }

  /** Breaks streams and calls of a process: one of them, or all. */
  breakConnections(name: string, all: boolean): void {
    const found = [...this.connections].filter(({ names }) => names.includes(name));
    const chosen = all ? found : [this.random.pick(found)];
    for (const connection of chosen) connection?.fail();
  }

  /** A process that stands still is given up by its peers after a while. */
  isSilent(process: SimProcess): void {
    this.watchConnections([process.name], () => process.isStopped);
  }

  private tellLater(watch: Watch): void {
    const { watcher, address, gone } = watch;
    this.time.schedule(this.latency(), watcher, () => {
      if (this.partitions.areApart(watcher.name, address) || !this.watches.delete(watch)) return;
      this.trace.note(watcher.name, `finds nobody at ${address}`);
      gone();
    });
  }

  private reach(from: SimProcess, address: string, fail: () => void, arrived: (listener: Listener) => void): void {
    const listener = this.listeners.get(address);
    if (!listener?.process.isAlive) return fail();
    const forget = listener.process.whenDead(fail);
    this.post(from, listener.process, new Lane(), () => {
      forget();
      arrived(listener);
    });
  }

  private open(connection: Connection): void {
    this.connections.add(connection);
    if (this.partitions.areApart(...connection.names)) this.giveUpLater(connection, () => this.partitions.areApart(...connection.names));
  }

  private watchConnections(names: readonly string[], isStill?: () => boolean): void {
    for (const connection of this.connections) {
      if (!connection.names.some((name) => names.includes(name))) continue;
      this.giveUpLater(connection, isStill ?? (() => this.partitions.areApart(...connection.names)));
    }
  }

  private giveUpLater(connection: Connection, isStill: () => boolean): void {
    const wait = this.random.between(...KEEPALIVE_MS);
    this.time.schedule(wait, undefined, () => {
      if (this.connections.has(connection) && isStill()) connection.fail();
    });
  }

  private loses(): 'request' | 'answer' | undefined {
    if (!this.random.chance(this.lossProbability)) return undefined;
    const what = this.random.chance(0.5) ? 'request' : 'answer';
    this.onFault(`${what} lost`);
    return what;
  }

  private latency(): number {
    return this.random.delay(0.1, this.slowestMs);
  }
}

function unavailable(address: string, what: string): ArbalestError {
  return transientError('UNAVAILABLE', `${address} cannot be reached (${what})`);
}
