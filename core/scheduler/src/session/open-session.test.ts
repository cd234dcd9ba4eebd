import { type CommitResult, silentLog, type StateTransaction } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { StateJournal } from '../state/state-journal.js';
import { SchedulerFixture, ScratchState, settled, VirtualClock } from '../testing/index.js';

class SlowState extends ScratchState {
  isOpen = true;
  private readonly waiting: (() => void)[] = [];

  override async commit(transaction: StateTransaction): Promise<CommitResult> {
    if (!this.isOpen) await new Promise<void>((resolve) => this.waiting.push(resolve));
    return super.commit(transaction);
  }

  open(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}

test('a client hears of its session when the session is kept', async () => {
  const [state, clock] = [new SlowState(), new VirtualClock()];
  const journal = new StateJournal({ state, clock, log: silentLog });
  await using cluster = await SchedulerFixture.start({ clock, executors: [], scheduler: { state, journal } });
  state.isOpen = false;
  let session: string | null | undefined;
  const opening = cluster.service.openSession({}).then((opened) => (session = opened.session));
  await settled();
  expect(session).toBeUndefined();
  state.isOpen = true;
  state.open();
  await opening;
  expect(session).toBeTruthy();
});
