import type { Stage, StagePlan } from '@arbalest/planner';
import { type Catalog, type CodecRegistry, type LogicalPlan, type Principal, silentLog, type StatementBody } from '@arbalest/spi';
import { tableFromIPC } from 'apache-arrow';
import type { ExecuteRequest, JobEvent } from '../messages.js';
import { PLANNING } from '../service/planning-functions.js';
import type { SchedulerOptions } from '../service/scheduler-options.js';
import { SchedulerService } from '../service/scheduler-service.js';
import { joinIpcStream } from '../statement/split-ipc-stream.js';
import { FakeExecutor, type FakeExecutorOptions } from './fake-executor.js';
import { CONSTANT_PLAN, FakeFrontend } from './fake-frontend.js';
import { ScratchState } from './scratch-state.js';
import { SeededRandomness } from './seeded-randomness.js';
import { settled, VirtualClock } from './virtual-clock.js';

const NO_CODECS: CodecRegistry = { get: () => undefined, forPath: () => undefined, forTableFunction: () => undefined, list: () => [] };

export interface FixtureOptions {
  readonly stages?: StagePlan;
  readonly logical?: LogicalPlan;
  readonly statements?: Readonly<Record<string, StatementBody>>;
  readonly catalogs?: readonly Catalog[];
  readonly executors?: readonly (FakeExecutorOptions & { readonly id: string })[];
  readonly scheduler?: Partial<SchedulerOptions>;
  /** @default one of its own */
  readonly clock?: VirtualClock;
}

/** A scheduler on virtual time, with executors that do what the test says. */
export class SchedulerFixture implements AsyncDisposable {
  readonly clock: VirtualClock;
  readonly frontend: FakeFrontend;
  readonly service: SchedulerService;
  readonly executors: readonly FakeExecutor[];
  session = '';

  private constructor(options: FixtureOptions) {
    const { logical = CONSTANT_PLAN, stages, statements } = options;
    this.clock = options.clock ?? new VirtualClock();
    this.frontend = new FakeFrontend(statements, () => logical);
    this.service = new SchedulerService({
      frontend: this.frontend,
      catalogs: options.catalogs ?? [],
      codecs: NO_CODECS,
      state: new ScratchState(),
      clock: this.clock,
      randomness: new SeededRandomness(),
      log: silentLog,
      exchangeKey: new Uint8Array(32),
      version: 'test',
      baseDirectory: '/base',
      planning: { ...PLANNING, ...(stages ? { planStages: () => stages } : {}), replan: (plan) => plan },
      ...options.scheduler,
    });
    this.executors = (options.executors ?? [{ id: 'a' }]).map(({ id, ...rest }) => new FakeExecutor(id, rest));
  }

  static async start(options: FixtureOptions = {}): Promise<SchedulerFixture> {
    const fixture = new SchedulerFixture(options);
    await fixture.service.start();
    for (const executor of fixture.executors) fixture.connect(executor);
    await settled();
    fixture.session = (await fixture.service.openSession({})).session ?? '';
    return fixture;
  }

  connect(executor: FakeExecutor, known: Parameters<FakeExecutor['connect']>[1] = []): void {
    executor.connect((connection) => this.service.attachExecutor(connection), known);
  }

  executor(id: string): FakeExecutor {
    return this.executors.find((executor) => executor.id === id)!;
  }

  /** Runs a statement; its events gather in what is returned. */
  async submit(sql = 'SELECT 1', more: SubmitOptions = {}): Promise<Submitted> {
    const submitted = new Submitted(this.service, this.session, sql, more);
    await settled();
    return submitted;
  }

  /** A statement that needs no executor, or one that acts by itself, to its end. */
  async run(sql: string): Promise<Submitted> {
    const submitted = await this.submit(sql);
    await submitted.done;
    return submitted;
  }

  /** Time goes by while executors whose streams are open say that they live. */
  async advance(ms: number, beating: readonly FakeExecutor[] = this.executors): Promise<void> {
    for (let left = ms; left > 0; left -= 1000) {
      for (const executor of beating) executor.beat();
      await this.clock.advance(Math.min(1000, left));
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.service.stop();
  }
}

export type SubmitOptions = Pick<ExecuteRequest, 'timeoutMs' | 'progressIntervalMs' | 'key' | 'detached'> & { readonly caller?: Principal };

/** A statement under way. */
export class Submitted {
  readonly events: JobEvent[] = [];
  readonly done: Promise<void>;
  private readonly abort = new AbortController();

  constructor(service: SchedulerService, session: string, sql: string, { caller, ...more }: SubmitOptions) {
    this.done = this.gather(service.execute({ session, sql, ...more }, this.abort.signal, caller));
  }

  cancel(): void {
    this.abort.abort();
  }

  get job(): string {
    return this.events.find((event) => event.accepted)?.accepted?.job ?? '';
  }

  get parts() {
    return this.events.flatMap((event) => (event.part ? [event.part] : []));
  }

  /** Those that came with the events. */
  get rows(): readonly Record<string, unknown>[] {
    return this.parts.flatMap(({ inline }) => {
      const batches = (inline?.batches ?? []).map(({ metadata, body }) => ({ metadata: metadata!, body: body! }));
      const rows = tableFromIPC(joinIpcStream(inline!.schema!, batches)).toArray() as { toJSON(): Record<string, unknown> }[];
      return rows.map((row) => row.toJSON());
    });
  }

  get finished() {
    return this.events.at(-1)?.finished ?? undefined;
  }

  get failed() {
    return this.events.at(-1)?.failed ?? undefined;
  }

  /** Why its events broke off, when they did. */
  broken: unknown;

  private async gather(events: AsyncIterable<JobEvent>): Promise<void> {
    try {
      for await (const event of events) this.events.push(event);
    } catch (thrown) {
      this.broken = thrown;
    }
  }
}

/** A stage over nothing, for plans of which only the shape matters. */
export function stage(id: number, more: Partial<Stage> = {}): Stage {
  return {
    id,
    fragment: more.inputs?.length ? { kind: 'input', input: 0, fields: CONSTANT_PLAN.fields } : (CONSTANT_PLAN.plan as Stage['fragment']),
    tables: [],
    functions: [],
    inputs: [],
    fields: CONSTANT_PLAN.fields,
    output: { kind: 'single' },
    tasks: 1,
    ...more,
  };
}
