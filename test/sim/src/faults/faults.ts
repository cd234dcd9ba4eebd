import type { SimProcess } from '../engine/sim-process.js';
import type { SimRandom } from '../engine/sim-random.js';
import type { VirtualTime } from '../engine/virtual-time.js';
import type { Network } from '../network/network.js';
import type { FaultKnobs } from './fault-knobs.js';

export type ServiceKind = 'client' | 'scheduler' | 'executor' | 'store';

/** A machine's service over its lives: killed, it comes back as another process of the same name. */
export interface Service {
  readonly name: string;
  readonly kind: ServiceKind;
  readonly process: SimProcess;
  restart(): void;
  /** Loses what its disk holds, where it holds anything that may be lost. */
  loseDisk?(): void;
}

export interface FaultSurroundings {
  readonly time: VirtualTime;
  readonly random: SimRandom;
  readonly network: Network;
  readonly knobs: FaultKnobs;
  readonly services: readonly Service[];
  /** How often something goes wrong, on average, milliseconds. */
  readonly intervalMs: number;
  /** Kinds of services that may be killed. */
  readonly killable: ReadonlySet<ServiceKind>;
}

const HOUR = 3_600_000;

/** Things that go wrong, at times and in places that follow from the seed, until it is told to stop: then everything is mended. */
export class Faults {
  private isOver = false;
  private readonly clocksJump: boolean;
  private readonly mends = new Set<() => void>();

  constructor(private readonly world: FaultSurroundings) {
    this.clocksJump = world.random.chance(0.3);
  }

  start(): void {
    const { knobs, random, network } = this.world;
    knobs.taskFailure = random.pick([0, 0, 0.02, 0.02, 0.1, 0.1, 0.8])!;
    knobs.straggler = random.pick([0, 0, 0.05])!;
    network.lossProbability = random.pick([0, 0, 0.01, 0.05])!;
    network.slowestMs = random.pick([5, 50, 50, 1000])!;
    this.next();
  }

  /** Mends everything: processes run, the network is whole. */
  stop(): void {
    if (this.isOver) return;
    this.isOver = true;
    for (const mend of [...this.mends]) mend();
    const { knobs, network } = this.world;
    knobs.taskFailure = 0;
    knobs.straggler = 0;
    network.lossProbability = 0;
    network.slowestMs = 50;
  }

  private next(): void {
    const { random, time, intervalMs } = this.world;
    time.schedule(intervalMs * -Math.log(1 - random.next()), undefined, () => {
      if (this.isOver) return;
      this.strike();
      this.next();
    });
  }

  private strike(): void {
    const { random, services } = this.world;
    const service = random.pick(services)!;
    const strikes = [
      () => this.kill(service),
      () => this.kill(service),
      () => this.stopProcess(service),
      () => this.cutOff(service),
      () => this.cutOff(service),
      () => this.breakStreams(service),
      () => this.loseDisk(service),
      () => this.jumpClock(service),
      () => this.takeForDead(service),
    ];
    random.pick(strikes)!();
  }

  /** At once, or right after one of the next things that happen to it. */
  private kill(service: Service): void {
    const { random, killable, time } = this.world;
    if (!killable.has(service.kind) || !service.process.isAlive) return;
    const { process } = service;
    process.strikeAfter(random.delay(0, 40), () => {
      if (this.isOver || !process.isAlive) return;
      this.count(`${service.kind} killed`, service.name);
      process.kill();
      if (service.kind === 'client') return;
      this.mendLater(random.delay(50, 12_000), () => service.restart());
    });
    time.schedule(0, process, () => undefined);
  }

  private stopProcess(service: Service): void {
    const { random, network } = this.world;
    const { process } = service;
    if (!process.isAlive || process.isStopped) return;
    this.count(`${service.kind} stopped`, service.name);
    process.stop();
    network.isSilent(process);
    this.mendLater(random.delay(100, 25_000), () => {
      this.world.network.trace.note(service.name, 'goes on');
      process.resume();
    });
  }

  /** From all others, or from some. */
  private cutOff(service: Service): void {
    const { random, services, network } = this.world;
    const others = services.filter((other) => other !== service && random.chance(0.6)).map(({ name }) => name);
    if (others.length === 0) return;
    this.count(`${service.kind} cut off`, `${service.name} from ${others.join(', ')}`);
    const heal = network.partitions.split([service.name], others);
    this.mendLater(random.delay(50, 15_000), () => {
      network.trace.note('network', `${service.name} can reach ${others.join(', ')} again`);
      heal();
    });
  }

  private breakStreams(service: Service): void {
    this.count('connections broken', service.name);
    this.world.network.breakConnections(service.name, this.world.random.chance(0.5));
  }

  private loseDisk(service: Service): void {
    if (!service.loseDisk || !service.process.isAlive) return;
    this.count('disk lost', service.name);
    service.loseDisk();
  }

  /** Although it lives. */
  private takeForDead(service: Service): void {
    if (service.process.isAlive && this.world.network.takeForDead(service.name)) this.count('taken for dead', service.name);
  }

  private jumpClock(service: Service): void {
    const { random } = this.world;
    if (!this.clocksJump) return;
    this.count('clock jumped', service.name);
    service.process.machine.wallOffset += random.between(-HOUR, HOUR);
  }

  private mendLater(ms: number, mend: () => void): void {
    const once = (): void => {
      if (!this.mends.delete(once)) return;
      mend();
    };
    this.mends.add(once);
    this.world.time.schedule(ms, undefined, once);
  }

  private count(kind: string, where: string): void {
    this.world.knobs.count(kind);
    this.world.network.trace.note('FAULT', `${kind}: ${where}`);
  }
}
