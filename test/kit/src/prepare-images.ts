// Builds the images of the tests, one after the other, beside the tests that need none of them: `npm test` runs it while it runs. A test that needs one builds it
// itself, or waits for the build that goes on; so nothing depends on this, and it ends quietly where there is no engine.
import { builtImage } from './function-image.js';
import { startDockerEngine } from './docker-engine.js';

/** By when tests ask for them: core/workspace/long-tests-first.ts. */
const IMAGES = [
  'udf-forwarder',
  'attacks',
  'conformance-python',
  'conformance-java',
  'conformance-cpp',
  'foreign-arrow-udf',
  'foreign-databend-udf',
  'foreign-risingwave-udf',
  'etcd',
  'postgres',
  'scheduler',
  'executor',
];

try {
  await startDockerEngine();
  for (const image of IMAGES) await builtImage(image).catch((error: Error) => process.stderr.write(`${error.message}\n`));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
}
