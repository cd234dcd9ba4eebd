import { expect, test } from 'vitest';
import { etcdHistory, etcdRevision } from './etcd-history.js';
import { startEtcd, whyNoEtcd } from './etcd.js';

const why = await whyNoEtcd();
if (why !== undefined) console.warn(`The history of etcd is not tested: ${why}`);

test.skipIf(why !== undefined)(
  'the history has every change after a revision, in order',
  async () => {
    await using etcd = await startEtcd({ fsync: false });
    const [endpoint] = etcd.endpoints as [string];
    const base64 = (value: string) => Buffer.from(value).toString('base64');
    const call = (path: string, body: object) => fetch(`${endpoint}/v3/kv/${path}`, { method: 'POST', body: JSON.stringify(body) });
    await call('put', { key: base64('before'), value: '' });
    const after = await etcdRevision(endpoint);
    expect(await etcdHistory(endpoint, after)).toEqual([]);
    await call('put', { key: base64('a'), value: base64('1') });
    await call('put', { key: base64('a'), value: base64('2') });
    await call('deleterange', { key: base64('a') });
    expect(await etcdHistory(endpoint, after)).toEqual([
      { kind: 'put', key: 'a', revision: after + 1n, createRevision: after + 1n },
      { kind: 'put', key: 'a', revision: after + 2n, createRevision: after + 1n },
      { kind: 'delete', key: 'a', revision: after + 3n, createRevision: 0n },
    ]);
  },
  60_000,
);
