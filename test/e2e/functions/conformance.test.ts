import { functionImage, temporaryFolder, whyNoDockerEngine } from '@arbalest/test-kit';
import { type CaseResult, runConformance } from '@arbalest/udf-conformance';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GenericContainer, Wait } from 'testcontainers';
import { describe, expect, test } from 'vitest';

const BUILD_MS = 900_000;
const SUITE_MS = 300_000;
const why = await whyNoDockerEngine();
if (why !== undefined) console.warn(`Runtimes in containers are not tested: ${why}`);
// Containers go with the tests that start them; the image that would sweep up behind a killed run cannot be pulled everywhere.
process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';

describe.skipIf(why !== undefined)('the conformance suite, against images in the sandbox', () => {
  test.each(['python', 'java', 'cpp'] as const)(
    '%s',
    async (language) => {
      const image = await functionImage(language);
      await using folder = await temporaryFolder();
      const [inputDirectory, outputDirectory] = [join(folder.path, 'in'), join(folder.path, 'out')];
      await mkdir(inputDirectory);
      await mkdir(outputDirectory);
      await chmod(outputDirectory, 0o777);
      const container = await new GenericContainer(image)
        .withUser('65532:65532')
        .withNetworkMode('none')
        .withDroppedCapabilities('ALL')
        .withSecurityOpt('no-new-privileges')
        .withResourcesQuota({ memory: 1 })
        .withTmpFs({ '/tmp': 'rw,nosuid,nodev,size=64m' })
        .withBindMounts([
          { source: inputDirectory, target: '/run/arbalest/in', mode: 'ro' },
          { source: outputDirectory, target: '/run/arbalest/out', mode: 'rw' },
        ])
        .withEnvironment({
          ARBALEST_UDF_SOCKET: '/run/arbalest/out/udf.sock',
          ARBALEST_UDF_INPUT_DIR: '/run/arbalest/in',
          ARBALEST_UDF_OUTPUT_DIR: '/run/arbalest/out',
        })
        .withWaitStrategy(Wait.forLogMessage(/listening on unix:/))
        .start();
      try {
        const results: CaseResult[] = [];
        let log = '';
        (await container.logs()).on('data', (text) => (log += String(text)));
        const target = { location: `grpc+unix://${outputDirectory}/udf.sock`, inputDirectory, outputDirectory, log: () => log };
        for await (const result of runConformance(target)) results.push(result);
        expect(results.length).toBeGreaterThan(50);
        expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
      } finally {
        await container.stop({ remove: true });
      }
    },
    BUILD_MS + SUITE_MS,
  );
});
