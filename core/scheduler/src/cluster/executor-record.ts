import type { FunctionSource } from '@arbalest/spi';
import type { ExecutorSummary, Register, TaskRefMessage } from '../messages.js';
import { type ExecutorState, takesTasks } from '../machine/executor-machine.js';
import type { ExecutorFigures } from '../observation/scheduler-figures.js';
import { type AttemptRef, attemptName } from '../run/exchange-name.js';
import type { ExecutorConnection } from './executor-connection.js';
import { Outbox } from './outbox.js';

/** One executor process: what it said of itself, what it does, and what is to be sent to it. */
export class ExecutorRecord {
  readonly outbox = new Outbox();
  connection: ExecutorConnection | undefined;
  memoryUsed = 0;
  /** Slots by attempt, from its launch until its end was reported. */
  private readonly held = new Map<string, number>();
  private slotsHeld = 0;
  /** When an attempt that was told to stop is given up, whether or not it says so. */
  private readonly stopBy = new Map<string, number>();

  constructor(
    readonly id: string,
    public info: Register,
    public state: ExecutorState,
    readonly connectedAt: number,
  ) {}

  get slots(): number {
    return Math.max(1, this.info.slots ?? 1);
  }

  get threads(): number {
    return Math.max(1, this.info.threads ?? 1);
  }

  get memoryBytes(): number {
    return this.info.memoryBytes ?? 0;
  }

  get slotsUsed(): number {
    return this.slotsHeld;
  }

  get freeSlots(): number {
    if (!takesTasks(this.state)) return 0;
    return Math.max(0, (this.state.state === 'trial' ? 1 : this.slots) - this.slotsHeld);
  }

  /** One of its engines can call functions of each of these kinds of sources. */
  canCall(sources: Iterable<FunctionSource['kind']>): boolean {
    const { functionSources } = this.info;
    return [...sources].every((source) => functionSources?.includes(source) ?? false);
  }

  hold(ref: AttemptRef, slots: number): void {
    this.held.set(attemptName(ref), slots);
    this.slotsHeld += slots;
  }

  /** It runs since before this scheduler knew of it. */
  holdAgain(ref: AttemptRef): void {
    if (!this.held.has(attemptName(ref))) this.hold(ref, 1);
  }

  holds(name: string): boolean {
    return this.held.has(name);
  }

  /** @returns whether it was held */
  release(name: string): boolean {
    const slots = this.held.get(name);
    if (slots === undefined) return false;
    this.held.delete(name);
    this.stopBy.delete(name);
    this.slotsHeld -= slots;
    return true;
  }

  releaseUnless(keep: (name: string) => boolean): void {
    for (const name of [...this.held.keys()]) if (!keep(name)) this.release(name);
  }

  stopping(name: string, by: number): void {
    if (this.held.has(name) && !this.stopBy.has(name)) this.stopBy.set(name, by);
  }

  /** Attempts of a job that still hold slots. */
  heldBy(job: string): readonly string[] {
    return [...this.held.keys()].filter((name) => name.startsWith(`${job}/`));
  }

  /** Attempts that should have stopped by now. */
  overdue(now: number): readonly string[] {
    return [...this.stopBy].filter(([, by]) => by <= now).map(([name]) => name);
  }

  flush(): void {
    for (const message of this.outbox.take()) this.connection?.send(message);
  }

  figures(): ExecutorFigures {
    const { id: executor, slots, slotsHeld: slotsUsed, memoryBytes, memoryUsed: memoryUsedBytes } = this;
    return { executor, state: SHOWN[this.state.state], slots, slotsUsed, memoryBytes, memoryUsedBytes };
  }

  summary(): ExecutorSummary {
    const { host, pid, address, version } = this.info;
    return {
      executor: this.id,
      host: host ?? '',
      pid: pid ?? 0,
      address: address ?? '',
      version: version ?? '',
      slots: this.slots,
      slotsUsed: this.slotsHeld,
      threads: this.threads,
      memoryBytes: this.memoryBytes,
      memoryUsedBytes: this.memoryUsed,
      state: SHOWN[this.state.state],
      connectedMs: this.connectedAt,
    };
  }
}

const SHOWN: Readonly<Record<ExecutorState['state'], string>> = {
  active: 'active',
  aside: 'aside',
  trial: 'aside',
  draining: 'draining',
  detached: 'lost',
  lost: 'lost',
};

export function attemptOf({ job, stage, task, attempt }: TaskRefMessage): AttemptRef {
  return { job: job ?? '', stage: stage ?? 0, task: task ?? 0, attempt: attempt ?? 0 };
}
