import { stateConformance } from '@arbalest/plugin-sdk/conformance';
import { builtImage, whyNoDockerEngine } from '@arbalest/test-kit';
import { GenericContainer, Wait } from 'testcontainers';
import { test } from 'vitest';
import { etcdPlace } from './etcd-place.js';

// The helper image cannot be pulled everywhere; the test stops its container itself.
process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
const why = await whyNoDockerEngine();

if (why === undefined) {
  stateConformance('etcd in a container', {
    durable: true,
    leaseMs: 3_000,
    place: async () => {
      const container = await new GenericContainer(await builtImage('etcd'))
        .withExposedPorts(2379)
        .withWaitStrategy(Wait.forHttp('/health', 2379).forResponsePredicate((body) => body.includes('true')))
        .withStartupTimeout(90_000)
        .start();
      const endpoint = `http://${container.getHost()}:${container.getMappedPort(2379)}`;
      return etcdPlace([endpoint], async () => void (await container.stop()));
    },
  });
} else test.skip(`etcd in a container (skipped: ${why})`, () => {});
