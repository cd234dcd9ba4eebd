import { expect, test } from 'vitest';
import { ScratchState } from '../testing/scratch-state.js';
import type { Fence } from './fence.js';
import { FencedStore } from './fenced-store.js';
import { notLeader } from './not-leader.js';

const put = (key: string) => ({ kind: 'put', key, value: new Uint8Array() }) as const;

async function open() {
  const state = new ScratchState();
  const made = await state.commit({ conditions: [], writes: [put('leader')] });
  let broken = false;
  const fence: Fence = {
    condition: { kind: 'created-at', key: 'leader', revision: made.committed ? made.revision : 0n },
    holds: () => !broken,
    broken: () => (broken = true),
    refusal: (cause) => notLeader('grpc://other', cause),
  };
  return { state, fence, isBroken: () => broken };
}

test('a leader writes, and a condition of the writer’s own that does not hold is no sign of anything else', async () => {
  const { state, fence, isBroken } = await open();
  const store = new FencedStore(state, () => fence);
  const make = () => store.commit({ conditions: [{ kind: 'absent', key: 'a' }], writes: [put('a')] });
  expect(await make()).toMatchObject({ committed: true });
  expect(await make()).toEqual({ committed: false });
  expect(isBroken()).toBe(false);
});

test('a scheduler that does not lead reads and does not write', async () => {
  const { state } = await open();
  const store = new FencedStore(state, () => undefined);
  await expect(store.commit({ conditions: [], writes: [put('a')] })).rejects.toMatchObject({ code: 'NOT_LEADER' });
  expect(await store.get('leader')).toBeDefined();
  expect(await store.commit({ conditions: [], writes: [] })).toMatchObject({ committed: true });
});

test('a deposed leader that does not know it yet writes nothing, and learns it', async () => {
  const { state, fence, isBroken } = await open();
  const store = new FencedStore(state, () => fence);
  await state.commit({ conditions: [], writes: [{ kind: 'delete', key: 'leader' }] });
  await state.commit({ conditions: [], writes: [put('leader')] });
  await expect(store.commit({ conditions: [], writes: [put('a')] })).rejects.toMatchObject({
    code: 'NOT_LEADER',
    details: { leader: 'grpc://other' },
  });
  expect(await state.get('a')).toBeUndefined();
  expect(isBroken()).toBe(true);
});
