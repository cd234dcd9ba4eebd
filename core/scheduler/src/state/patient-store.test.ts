import { transientError, type StateEntry, userError } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { ScratchState, settled, VirtualClock } from '../testing/index.js';
import type { Fence } from './fence.js';
import { notLeader } from './not-leader.js';
import { PatientStore } from './patient-store.js';

class FailingState extends ScratchState {
  failures = 0;
  error: Error = transientError('STATE_UNAVAILABLE', 'The store cannot be reached');

  override get(key: string): Promise<StateEntry | undefined> {
    return this.failures-- > 0 ? Promise.reject(this.error) : super.get(key);
  }
}

function patient() {
  const clock = new VirtualClock();
  const state = new FailingState();
  let holds = true;
  const fence = { holds: () => holds, refusal: () => notLeader() } as unknown as Fence;
  return { clock, state, store: new PatientStore(state, { clock, fence }), lose: () => (holds = false) };
}

test('a read that fails for the moment is tried again', async () => {
  const { clock, state, store } = patient();
  await state.commit({ conditions: [], writes: [{ kind: 'put', key: 'a', value: new Uint8Array([1]) }] });
  state.failures = 3;
  const read = store.get('a');
  await clock.advance(1000);
  expect((await read)?.value).toEqual(new Uint8Array([1]));
});

test('when the term is over nobody waits any longer', async () => {
  const { clock, state, store, lose } = patient();
  state.failures = 1000;
  const read = store.get('a');
  read.catch(() => undefined);
  await settled();
  lose();
  await clock.advance(1000);
  await expect(read).rejects.toMatchObject({ code: 'NOT_LEADER' });
});

test('what fails for good fails at once', async () => {
  const { state, store } = patient();
  state.failures = 1;
  state.error = userError('STATE_BROKEN', 'The store is broken');
  await expect(store.get('a')).rejects.toMatchObject({ code: 'STATE_BROKEN' });
});
