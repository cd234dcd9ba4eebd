import { type Randomness, silentLog } from '@arbalest/spi';
import type { TaskRefMessage } from '../messages.js';
import { FencedStore } from '../state/fenced-store.js';
import { notLeader } from '../state/not-leader.js';
import { StateJournal } from '../state/state-journal.js';
import type { FakeExecutor } from './fake-executor.js';
import { type FixtureOptions, SchedulerFixture } from './scheduler-fixture.js';
import { ScratchState } from './scratch-state.js';
import { settled, VirtualClock } from './virtual-clock.js';

/** Schedulers, one after the other, over one store and on one clock. */
export class Successors {
  readonly state = new ScratchState();
  readonly clock = new VirtualClock();
  private count = 0;
  private leader = 0n;

  constructor(private readonly options: FixtureOptions = {}) {}

  async next(executors: readonly FakeExecutor[] = []): Promise<SchedulerFixture> {
    const { state, clock } = this;
    if (this.leader === 0n) await state.commit({ conditions: [], writes: [{ kind: 'put', key: 'leader', value: new Uint8Array(0) }] });
    this.leader = 1n;
    const journal = new StateJournal({ state, clock, log: silentLog });
    const fixture = await SchedulerFixture.start({
      ...this.options,
      clock,
      executors: [],
      scheduler: { ...this.options.scheduler, state: this.fenced(), journal, randomness: idsOf(++this.count) },
    });
    for (const executor of executors) fixture.connect(executor);
    await settled();
    return fixture;
  }

  /** As a killed process does: nothing more is said, and executors come to the next one with what they have. */
  async takeOver(from: SchedulerFixture, executors: ReadonlyMap<FakeExecutor, readonly TaskRefMessage[]>): Promise<SchedulerFixture> {
    from.service.abandon();
    for (const executor of executors.keys()) executor.disconnect();
    const to = await this.next();
    for (const [executor, known] of executors) to.connect(executor, known);
    await settled();
    return to;
  }

  /** As leaders write. */
  private fenced(): FencedStore {
    const condition = { kind: 'created-at', key: 'leader', revision: this.leader } as const;
    return new FencedStore(this.state, () => ({ condition, holds: () => true, broken: () => undefined, refusal: () => notLeader() }));
  }

  async keys(): Promise<readonly string[]> {
    const keys: string[] = [];
    for await (const { key } of this.state.range('')) keys.push(key);
    return keys;
  }
}

function idsOf(term: number): Randomness {
  let count = 0;
  return { next: () => 0.5, id: (prefix) => `${prefix}${term}-${++count}` };
}
