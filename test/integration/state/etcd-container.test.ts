import { systemClock } from '@arbalest/kernel';
import { silentLog } from '@arbalest/spi';
import { EtcdStateStore } from '@arbalest/state-etcd';
import { builtImage, stateConformance, whyNoDockerEngine } from '@arbalest/test-kit';
import { GenericContainer, Wait } from 'testcontainers';
import { test } from 'vitest';

// The helper image cannot be pulled everywhere; the test stops its container itself.
process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
const why = await whyNoDockerEngine();

if (why === undefined) {
  stateConformance({
    name: 'etcd in a container',
    durable: true,
    leaseMs: 3_000,
    place: async () => {
      const container = await new GenericContainer(await builtImage('etcd'))
        .withExposedPorts(2379)
        .withWaitStrategy(Wait.forHttp('/health', 2379).forResponsePredicate((body) => body.includes('true')))
        .withStartupTimeout(90_000)
        .start();
      const endpoint = `http://${container.getHost()}:${container.getMappedPort(2379)}`;
      const options = { endpoints: [endpoint], prefix: '/conformance', attemptMs: 5_000, requestMs: 30_000 };
      const open = async () => new EtcdStateStore({ ...options, clock: systemClock, log: silentLog });
      return {
        open,
        another: open,
        async forget() {
          const post = (path: string, body: object) => fetch(`${endpoint}/v3/kv/${path}`, { method: 'POST', body: JSON.stringify(body) });
          const { header } = (await (await post('range', { key: 'AA==' })).json()) as { header: { revision: string } };
          await post('compaction', { revision: header.revision });
        },
        [Symbol.asyncDispose]: async () => void (await container.stop()),
      };
    },
  });
} else test.skip(`etcd in a container (skipped: ${why})`, () => {});
