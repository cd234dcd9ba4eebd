import { arbalest } from '@arbalest/proto';
import { silentLog, type StateTransaction } from '@arbalest/spi';
import { expect, test } from 'vitest';
import { FunctionStore } from '../function/function-store.js';
import { ViewStore } from '../session/view-store.js';
import { fakeDefinition } from '../testing/fake-functions.js';
import { ScratchState } from '../testing/scratch-state.js';
import { clusterRecord } from './cluster-record.js';
import { prepareLayout } from './layout.js';

const { Layout } = arbalest.state.v1;

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const version = async (state: ScratchState) => Layout.decode((await state.get('layout'))!.value).version;

test('a new state gets the present layout', async () => {
  const state = new ScratchState();
  await prepareLayout(state, '1.2.3');
  expect(Layout.decode((await state.get('layout'))!.value)).toMatchObject({ version: 1, writtenBy: '1.2.3' });
});

test('views and functions of the layout before are there after it was migrated, also when that was interrupted', async () => {
  const state = new FailingState();
  const definition = fakeDefinition({ name: 'f', id: 'f-1' });
  const writes = Array.from({ length: 5 }, (_, i) => ({
    kind: 'put' as const,
    key: `views/main/v${i}`,
    value: json({ version: 1, name: { schema: 'main', name: `V${i}` }, query: `SELECT ${i}` }),
  }));
  await state.commit({
    conditions: [],
    writes: [...writes, { kind: 'put', key: 'functions/f/0', value: json({ version: 1, definition }) }],
  });
  state.limits = { operations: 8, bytes: 1000 };
  state.failAfter = 1;
  await expect(prepareLayout(state, 'x')).rejects.toThrow('interrupted');
  expect(await state.get('layout')).toBeUndefined();
  state.failAfter = Infinity;
  await prepareLayout(state, 'x');
  expect(await version(state)).toBe(1);
  const views = await new ViewStore(state).list();
  expect(views).toEqual(writes.map((_, i) => ({ name: { schema: 'main', name: `V${i}` }, query: `SELECT ${i}` })));
  const functions = new FunctionStore(state, silentLog);
  expect((await functions.snapshot()).list()).toEqual([definition]);
  functions.close();
});

test('a layout of a later version is refused, and nothing is changed', async () => {
  const state = new ScratchState();
  await state.commit({
    conditions: [],
    writes: [{ kind: 'put', key: 'layout', value: Layout.encode({ version: 7, writtenBy: '9.0.0' }).finish() }],
  });
  await expect(prepareLayout(state, '0.1.0')).rejects.toMatchObject({
    family: 'user',
    code: 'STATE_LAYOUT_NEWER',
    message:
      'The state has layout 7, written by Arbalest 9.0.0, but this is Arbalest 0.1.0, which reads layouts up to 1; start Arbalest 9.0.0 or later, or give this one a state of its own with --state',
  });
  expect(await version(state)).toBe(7);
});

test('layouts are migrated one after the other', async () => {
  const state = new ScratchState();
  await state.commit({ conditions: [], writes: [{ kind: 'put', key: 'a/x', value: new Uint8Array([1]) }] });
  const add = (to: number) => ({
    to,
    prefix: 'a/',
    migrate: ({ key, value }: { readonly key: string; readonly value: Uint8Array }) => ({
      kind: 'put' as const,
      key,
      value: new Uint8Array([...value, to]),
    }),
  });
  await prepareLayout(state, 'x', { version: 1, migrations: [add(1)] });
  await prepareLayout(state, 'x', { version: 3, migrations: [add(3), add(1), add(2)] });
  expect([...(await state.get('a/x'))!.value]).toEqual([1, 1, 2, 3]);
  expect(await version(state)).toBe(3);
});

test('the cluster has one key for its exchanges, whoever leads', async () => {
  const state = new ScratchState();
  const [one, two] = [1, 2].map((byte) => clusterRecord(state, (bytes) => new Uint8Array(bytes).fill(byte)));
  expect((await one!).exchangeKey).toEqual((await two!).exchangeKey);
  expect((await one!).exchangeKey).toHaveLength(32);
});

class FailingState extends ScratchState {
  limits: { readonly operations: number; readonly bytes: number } | undefined;
  failAfter = Infinity;

  override async commit(transaction: StateTransaction) {
    if (this.limits && transaction.writes.length > this.limits.operations) throw new Error('too large');
    if (this.limits && this.failAfter-- <= 0) throw new Error('interrupted');
    return super.commit(transaction);
  }
}
