import type { StateStore } from '@arbalest/spi';
import { MemoryStateStore } from '@arbalest/state-memory';
import { SimClient } from './client/sim-client.js';
import type { Outcome, SimStatement } from './client/statement.js';
import { answerOf } from './data/model.js';
import { randomQuery, type SimQuery } from './data/sim-query.js';
import { SimProcess } from './engine/sim-process.js';
import { SimRandom } from './engine/sim-random.js';
import { Trace } from './engine/trace.js';
import { VirtualTime } from './engine/virtual-time.js';
import { SimExecutor } from './executor/sim-executor.js';
import { FaultKnobs } from './faults/fault-knobs.js';
import type { Service, ServiceKind } from './faults/faults.js';
import { Network } from './network/network.js';
import { SimScheduler } from './scheduler/sim-scheduler.js';
import { OwnDisk } from './store/local-store.js';
import { StoreClient } from './store/store-client.js';
import { StoreServer } from './store/store-server.js';
import { Disk } from './tables/sim-catalog.js';
import { Warehouse } from './tables/warehouse.js';

/** Where schedulers keep their state: nowhere, on the disk of the only one, or in a store of its own that several share. */
export type StateMode = 'none' | 'own' | 'shared';

/** A whole cluster that follows from a seed: schedulers, executors, clients, what they are asked to do, the network and the disk between them. */
export class World {
  readonly time = new VirtualTime();
  readonly knobs = new FaultKnobs();
  readonly trace: Trace;
  readonly random: SimRandom;
  readonly network: Network;
  readonly warehouse: Warehouse;
  readonly mode: StateMode;
  readonly queries = new Map<string, SimQuery>();
  readonly outcomes: Outcome[] = [];
  readonly violations: string[] = [];
  readonly services: Service[] = [];
  readonly executors = new Map<string, SimExecutor>();
  readonly schedulers = new Map<string, SimScheduler>();
  store: StoreServer | undefined;
  clientsAtWork = 0;
  private ownDisk: OwnDisk | undefined;
  private readonly tables = new Map<string, number>();
  private readonly schedulerNames: readonly string[];
  private lives = 0;

  constructor(seed: number, keepTrace: boolean) {
    this.random = new SimRandom(seed);
    this.trace = new Trace(this.time, keepTrace);
    this.network = new Network(this.time, this.random, this.trace, (kind) => this.knobs.count(kind));
    const { random } = this;
    for (let i = 0; i < random.between(1, 3); i++) this.tables.set(`t${i}`, random.between(1, 6));
    this.warehouse = new Warehouse(this.tables);
    this.mode = random.pick(['none', 'own', 'own', 'shared', 'shared', 'shared'] as const)!;
    const count = this.mode === 'shared' ? random.between(1, 3) : 1;
    this.schedulerNames = Array.from({ length: count }, (_, i) => `scheduler${i + 1}`);
    if (this.mode === 'shared') this.addStore();
    const open = this.stateOpener();
    for (const name of this.schedulerNames) this.addScheduler(name, open);
    for (let i = 1, executors = random.between(1, 4); i <= executors; i++) this.addExecutor(`executor${i}`, random.between(1, 3));
    for (let i = 1, clients = random.between(1, 3); i <= clients; i++) this.addClient(`client${i}`);
  }

  /** Kinds of processes that come back as if nothing had been, or whose loss matters to nobody else. */
  get killable(): ReadonlySet<ServiceKind> {
    return new Set<ServiceKind>(this.mode === 'none' ? ['executor', 'client'] : ['executor', 'client', 'scheduler']);
  }

  answer(query: string): readonly number[] {
    return answerOf(this.queries.get(query)!, (table) => this.warehouse.rowsOf(table));
  }

  /** What the store holds of jobs. */
  async jobKeys(): Promise<readonly string[]> {
    const keys: string[] = [];
    for (const prefix of ['jobs/', 'submissions/']) {
      keys.push(...((await this.store?.keys(prefix)) ?? []));
      if (this.ownDisk) for await (const { key } of this.ownDisk.content.range(prefix)) keys.push(key);
    }
    return keys;
  }

  violate(text: string): void {
    this.trace.note('VIOLATION', text);
    this.violations.push(text);
  }

  private addStore(): void {
    const process = new SimProcess('store', this.time);
    this.store = new StoreServer(process, this.random.fork('store'));
    this.network.listen(process, this.store);
    this.services.push({ name: 'store', kind: 'store', process, restart: () => undefined });
  }

  /** What opens the state for the life `id` of a scheduler. */
  private stateOpener(): (id: string, process: SimProcess, disk: Disk) => StateStore {
    const { mode, store, network } = this;
    if (mode === 'none') return (_, process) => new MemoryStateStore(process.clock);
    if (mode === 'shared') return (id, process) => new StoreClient(process, network, id, store!.limits);
    const own = (this.ownDisk = new OwnDisk(new SimProcess('disk', this.time).clock));
    return (_id, _process, disk) => own.open(disk);
  }

  private addScheduler(name: string, open: (id: string, process: SimProcess, disk: Disk) => StateStore): void {
    const { time, queries, network, trace } = this;
    const machine = { wallOffset: 0 };
    this.addService(name, 'scheduler', () => {
      const process = new SimProcess(name, time, machine);
      const id = `${name}x${++this.lives}`;
      const random = this.random.fork(id);
      const disk = new Disk(this.warehouse, process, time, random.fork('disk'));
      const onBug = (text: string): void => this.violate(`${id} logged a bug: ${text}`);
      const scheduler = new SimScheduler(id, open(id, process, disk), { process, time, network, random, trace, queries, disk, onBug });
      this.schedulers.set(name, scheduler);
      network.listen(process, scheduler);
      return process;
    });
  }

  private addExecutor(name: string, slots: number): void {
    const { time, network, warehouse, knobs, schedulerNames: schedulers } = this;
    const keepsId = this.random.chance(0.5);
    const live = (): SimProcess => {
      const life = ++this.lives;
      const process = new SimProcess(name, time);
      const world = { time, network, warehouse, knobs, random: this.random.fork(`${name}x${life}`), schedulers };
      const executor = new SimExecutor(keepsId ? name : `${name}-${life}`, process, life, slots, world);
      this.executors.set(name, executor);
      network.listen(process, executor);
      void executor.run();
      return process;
    };
    this.addService(name, 'executor', live, () => this.executors.get(name)!.loseOutputs());
  }

  private addClient(name: string): void {
    const { time, network, schedulerNames: schedulers } = this;
    const process = new SimProcess(name, time);
    const random = this.random.fork(name);
    const statements = Array.from({ length: random.between(1, 3) }, (_, i) => this.randomStatement(`${name}n${i}`, random));
    const onOutcome = (outcome: Outcome): void => {
      this.trace.note(name, `${outcome.statement.sql}: ${outcome.end} ${outcome.code ?? ''} ${outcome.message ?? ''}`);
      this.outcomes.push(outcome);
    };
    const client = new SimClient(process, statements, {
      time,
      network,
      random,
      schedulers,
      onViolation: (text) => this.violate(text),
      onOutcome,
    });
    this.clientsAtWork++;
    const leave = (): number => this.clientsAtWork--;
    const forget = process.whenDead(leave);
    void client.run().then(
      () => {
        forget();
        leave();
      },
      (thrown: unknown) => this.violate(`${name} stopped: ${String(thrown)}`),
    );
    this.services.push({ name, kind: 'client', process, restart: () => undefined });
  }

  private randomStatement(name: string, random: SimRandom): SimStatement {
    const query = `q${name}`;
    this.queries.set(query, randomQuery(query, [...this.tables.keys()], random));
    const chosen = random.next();
    if (chosen < 0.1) return { kind: 'view', sql: `view v${name} ${query}` };
    if (chosen < 0.35) return { kind: 'write', sql: `create w${name} ${query}`, query, table: `w${name}` };
    return { kind: 'query', sql: `query ${query}`, query };
  }

  private addService(name: string, kind: ServiceKind, live: () => SimProcess, loseDisk?: () => void): void {
    let process = live();
    this.services.push({
      name,
      kind,
      get process() {
        return process;
      },
      restart: () => {
        this.trace.note(name, 'starts again');
        process = live();
      },
      ...(loseDisk ? { loseDisk } : {}),
    });
  }
}
