import { stateConformance, type StatePlace } from '@arbalest/plugin-sdk/conformance';
import { startEtcd, whyNoEtcd } from '@arbalest/test-kit';
import { test } from 'vitest';
import { etcdPlace } from './etcd-place.js';

const why = await whyNoEtcd();

async function place(members: number): Promise<StatePlace> {
  const etcd = await startEtcd({ members });
  return etcdPlace(etcd.endpoints, async () => etcd[Symbol.asyncDispose]());
}

if (why === undefined) {
  stateConformance('etcd', { durable: true, leaseMs: 3_000, place: () => place(1) });
  stateConformance('etcd, three members', { durable: true, leaseMs: 3_000, place: () => place(3) });
} else test.skip(`etcd (skipped: ${why})`, () => {});
