import { systemClock } from '@arbalest/kernel';
import { silentLog } from '@arbalest/spi';
import { EtcdStateStore } from '@arbalest/state-etcd';
import { startEtcd, stateConformance, type StatePlace, whyNoEtcd } from '@arbalest/test-kit';
import { test } from 'vitest';

const why = await whyNoEtcd();

async function place(members: number): Promise<StatePlace> {
  const etcd = await startEtcd({ members });
  const options = { endpoints: etcd.endpoints, prefix: '/conformance', attemptMs: 5_000, requestMs: 30_000 };
  const open = async () => new EtcdStateStore({ ...options, clock: systemClock, log: silentLog });
  return {
    open,
    another: open,
    async forget() {
      const url = `${etcd.endpoints[0]}/v3/kv`;
      const post = (path: string, body: object) => fetch(`${url}/${path}`, { method: 'POST', body: JSON.stringify(body) });
      const { header } = (await (await post('range', { key: 'AA==' })).json()) as { header: { revision: string } };
      await post('compaction', { revision: header.revision });
    },
    program: `
import { systemClock } from '@arbalest/kernel';
import { silentLog } from '@arbalest/spi';
import { EtcdStateStore } from '@arbalest/state-etcd';
const store = new EtcdStateStore({ ...${JSON.stringify(options)}, clock: systemClock, log: silentLog });`,
    [Symbol.asyncDispose]: () => etcd[Symbol.asyncDispose](),
  };
}

if (why === undefined) {
  stateConformance({ name: 'etcd', durable: true, leaseMs: 3_000, place: () => place(1) });
  stateConformance({ name: 'etcd, three members', durable: true, leaseMs: 3_000, place: () => place(3) });
} else test.skip(`etcd (skipped: ${why})`, () => {});
