import { systemClock } from '@arbalest/kernel';
import { silentLog } from '@arbalest/spi';
import { EtcdStateStore } from '@arbalest/state-etcd';
import type { StatePlace } from '@arbalest/plugin-sdk/conformance';

/** Stores on an etcd that runs at these addresses. @param stop ends it */
export function etcdPlace(endpoints: readonly string[], stop: () => Promise<void>): StatePlace {
  const options = { endpoints, prefix: '/conformance', attemptMs: 5_000, requestMs: 30_000 };
  const open = async () => new EtcdStateStore({ ...options, clock: systemClock, log: silentLog });
  return {
    open,
    another: open,
    async forget() {
      const post = (path: string, body: object) => fetch(`${endpoints[0]}/v3/kv/${path}`, { method: 'POST', body: JSON.stringify(body) });
      const { header } = (await (await post('range', { key: 'AA==' })).json()) as { header: { revision: string } };
      await post('compaction', { revision: header.revision });
    },
    program: `
import { systemClock } from '@arbalest/kernel';
import { silentLog } from '@arbalest/spi';
import { EtcdStateStore } from '@arbalest/state-etcd';
const store = new EtcdStateStore({ ...${JSON.stringify(options)}, clock: systemClock, log: silentLog });`,
    [Symbol.asyncDispose]: stop,
  };
}
