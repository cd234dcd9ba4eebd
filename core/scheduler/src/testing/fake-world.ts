import type { FunctionDefinition } from '@arbalest/spi';
import type { LaunchTask } from '../messages.js';
import { attemptOf } from '../cluster/executor-record.js';
import { attemptName } from '../run/exchange-name.js';
import { FakeExecutor } from './fake-executor.js';
import type { SchedulerFixture } from './scheduler-fixture.js';
import type { SeededRandomness } from './seeded-randomness.js';

type Life = 'running' | 'readable' | 'finished' | 'over';

const FAILURES = [
  { family: 'transient', code: 'RANDOM', message: 'x' },
  { family: 'internal', code: 'RANDOM', message: 'x' },
  { family: 'resources', code: 'RANDOM', message: 'x' },
  { family: 'resources', code: 'DISK_FULL', message: 'x' },
] as const;

interface FakeAttempt {
  readonly name: string;
  readonly launch: LaunchTask;
  readonly executor: FakeExecutor;
  life: Life;
  /** What it read, by name. */
  readonly read: readonly string[];
}

/**
 * Executors that do at random what executors do: run, finish, fail, lose what they had, die, and come anew. Reading what is gone fails, as it must. In each task
 * each function that its stage calls fails on one row.
 */
export class FakeWorld {
  readonly attempts = new Map<string, FakeAttempt>();
  /** Faults so far, by kind. */
  readonly faults: Record<string, number> = {};
  private readonly alive: FakeExecutor[] = [];
  /** They fail whatever they are given, while there are faults. */
  private readonly rotten = new Set<FakeExecutor>();
  private seen = new WeakMap<FakeExecutor, number>();
  private born = 0;

  constructor(
    private readonly cluster: SchedulerFixture,
    private readonly random: SeededRandomness,
    private readonly slots: number,
  ) {}

  join(): void {
    const executor = new FakeExecutor(`e${++this.born}`, { slots: this.slots, pid: this.born, functionSources: ['image'] });
    this.alive.push(executor);
    this.cluster.connect(executor);
  }

  /** One thing happens somewhere. */
  async step(faulty: boolean): Promise<void> {
    if (faulty && this.random.below(12) === 0) this.fault();
    else this.work(faulty);
    if (this.alive.length === 0) this.join();
    await this.cluster.advance(this.random.below(40), this.alive);
  }

  get executors(): number {
    return this.alive.length;
  }

  private fault(): void {
    const victim = this.pick(this.alive);
    if (!victim) return;
    const kind = this.pick(['kill', 'break', 'lose', 'join', 'rot'] as const)!;
    this.faults[kind] = (this.faults[kind] ?? 0) + 1;
    if (kind === 'kill') this.kill(victim);
    else if (kind === 'break') this.breakStream(victim);
    else if (kind === 'lose') this.lose(victim);
    else if (kind === 'rot') this.rotten.add(victim);
    else if (this.alive.length < 4) this.join();
  }

  private kill(victim: FakeExecutor): void {
    victim.disconnect();
    this.alive.splice(this.alive.indexOf(victim), 1);
    for (const attempt of this.of(victim)) attempt.life = 'over';
  }

  /** The stream breaks; the process lives, comes back at once, and says what it has. */
  private breakStream(victim: FakeExecutor): void {
    victim.disconnect();
    const known = this.of(victim).filter(({ life }) => life !== 'over');
    this.cluster.connect(
      victim,
      known.map(({ launch }) => launch.ref!),
    );
    for (const { launch, life } of known) {
      if (life === 'finished') victim.finish(launch, this.output(launch));
      else if (life === 'readable') victim.running(launch);
    }
  }

  /** A finished output cannot be read any more, though its executor lives: only who reads it finds out. */
  private lose(victim: FakeExecutor): void {
    const output = this.pick(this.of(victim).filter(({ life }) => life === 'finished'));
    if (output) output.life = 'over';
  }

  private work(faulty: boolean): void {
    this.takeLaunches();
    const busy = [...this.attempts.values()].filter(
      ({ executor, life }) => executor.isConnected && (life === 'running' || life === 'readable'),
    );
    const attempt = this.pick(busy);
    if (!attempt) return;
    const { executor, launch } = attempt;
    if (executor.cancels.includes(attempt.name)) return void (attempt.life = 'over');
    if (faulty && this.rotten.has(executor)) return this.fail(attempt, { family: 'internal', code: 'ROTTEN', message: 'x' });
    if (faulty && this.random.below(25) === 0) return this.fail(attempt, this.pick(FAILURES)!);
    const gone = attempt.read.filter((name) => !this.isReadable(name));
    if (gone.length > 0) return this.fail(attempt, { family: 'data-lost', code: 'EXCHANGE_LOST', message: 'gone', lost: gone });
    if (attempt.life === 'running' && this.random.below(2) === 0) {
      attempt.life = 'readable';
      return executor.running(launch);
    }
    if (attempt.read.every((name) => this.attempts.get(name)!.life === 'finished')) {
      attempt.life = 'finished';
      executor.finish(launch, this.output(launch));
    }
  }

  private fail(attempt: FakeAttempt, error: Parameters<FakeExecutor['fail']>[1]): void {
    attempt.life = 'over';
    this.faults[error.code!] = (this.faults[error.code!] ?? 0) + 1;
    attempt.executor.fail(attempt.launch, error);
  }

  private takeLaunches(): void {
    for (const executor of this.alive) {
      for (const launch of executor.launches.slice(this.seen.get(executor) ?? 0)) {
        const name = attemptName(attemptOf(launch.ref!));
        if (this.isUnderWay(launch)) this.faults['twin'] = (this.faults['twin'] ?? 0) + 1;
        const read = launch.inputs!.flatMap(({ sources }) => sources!.map((source) => attemptName(attemptOf(source.exchange!))));
        this.attempts.set(name, { name, launch, executor, life: 'running', read });
      }
      this.seen.set(executor, executor.launches.length);
    }
  }

  /** Another attempt of the same task is. */
  private isUnderWay({ ref }: LaunchTask): boolean {
    return [...this.attempts.values()].some(
      ({ launch, life, name, executor }) =>
        launch.ref!.job === ref!.job &&
        launch.ref!.stage === ref!.stage &&
        launch.ref!.task === ref!.task &&
        (life === 'running' || life === 'readable') &&
        !executor.cancels.includes(name),
    );
  }

  private isReadable(name: string): boolean {
    const attempt = this.attempts.get(name);
    return (
      attempt !== undefined && attempt.life !== 'over' && !attempt.executor.drops.includes(name) && !attempt.executor.cancels.includes(name)
    );
  }

  private output({ ref }: LaunchTask) {
    const fragment = this.attempts.get(attemptName(attemptOf(ref!)))!.executor.fragments.get(`${ref!.job}/${ref!.stage}`)!;
    const partitions = Math.max(1, fragment.output!.partitions ?? 1);
    const functions = fragment.functions!.map((json) => JSON.parse(json) as FunctionDefinition);
    return {
      rows: Array.from({ length: partitions }, () => 1),
      bytes: Array.from({ length: partitions }, () => 8),
      functions: { metrics: functions.map(({ id, name }) => ({ function: id, name, rows: 10, failedRows: 1 })) },
    };
  }

  private of(executor: FakeExecutor): readonly FakeAttempt[] {
    return [...this.attempts.values()].filter((attempt) => attempt.executor === executor);
  }

  private pick<T>(from: readonly T[]): T | undefined {
    return from[this.random.below(Math.max(1, from.length))];
  }
}
