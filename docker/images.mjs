// Builds images, each after those that it starts from, and only where what it is made of has changed.
//   node docker/images.mjs              all that users start from; npm run images builds what they are made of before
//   node docker/images.mjs NAME…        these, e.g. udf-python or conformance-java
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { BASE, makeBase } from './base/make-base.mjs';
import { docker, inspectImage } from './docker-cli.mjs';
import { inputsOf } from './image-inputs.mjs';
import { makeServerContext, SERVER_CONTEXT } from './server/make-context.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const LABEL = 'arbalest.inputs';

const SERVER = { file: 'docker/server/Dockerfile', context: SERVER_CONTEXT, prepare: makeServerContext };

/**
 * By name: the image `arbalest/NAME`, unless it has a tag of its own. `from`: which of the others it is made of. `prepare`: makes the context. `isPublic`: users
 * start from it.
 */
const IMAGES = {
  scheduler: { ...SERVER, target: 'scheduler', isPublic: true },
  executor: { ...SERVER, target: 'executor', isPublic: true },
  'all-in-one': { ...SERVER, target: 'all-in-one', isPublic: true },
  etcd: { file: 'docker/etcd/Dockerfile', context: 'docker/etcd', isPublic: true },
  'udf-forwarder': { file: 'docker/udf-forwarder/Dockerfile', context: 'docker/udf-forwarder' },
  'udf-python': { file: 'docker/udf-python/Dockerfile', context: 'udf-runtimes/python' },
  'udf-java-build': { file: 'docker/udf-java/Dockerfile', context: 'udf-runtimes/java', target: 'build' },
  'udf-java': { file: 'docker/udf-java/Dockerfile', context: 'udf-runtimes/java' },
  'udf-cpp-build': { file: 'docker/udf-cpp/Dockerfile', context: 'udf-runtimes/cpp', target: 'build' },
  'udf-cpp': { file: 'docker/udf-cpp/Dockerfile', context: 'udf-runtimes/cpp' },
  'conformance-python': { file: 'udf-runtimes/python/conformance/Dockerfile', context: 'udf-runtimes/python', from: ['udf-python'] },
  'conformance-java': {
    file: 'udf-runtimes/java/conformance/Dockerfile',
    context: 'udf-runtimes/java/conformance',
    from: ['udf-java-build', 'udf-java'],
  },
  'conformance-cpp': {
    file: 'udf-runtimes/cpp/conformance/Dockerfile',
    context: 'udf-runtimes/cpp/conformance',
    from: ['udf-cpp-build', 'udf-cpp'],
  },
  'bench-python': { file: 'test/bench/functions/python/Dockerfile', context: 'test/bench/functions/python', from: ['udf-python'] },
  'bench-java': {
    file: 'test/bench/functions/java/Dockerfile',
    context: 'test/bench/functions/java',
    from: ['udf-java-build', 'udf-java'],
  },
  'bench-cpp': { file: 'test/bench/functions/cpp/Dockerfile', context: 'test/bench/functions/cpp', from: ['udf-cpp-build', 'udf-cpp'] },
  attacks: {
    tag: 'arbalest-test/attacks',
    file: 'plugins/executor-container/src/testing/attacks/Dockerfile',
    context: 'plugins/executor-container/src/testing/attacks',
  },
  postgres: { tag: 'arbalest-test/postgres', file: 'test/fixtures/postgres/Dockerfile', context: 'test/fixtures/postgres' },
  'foreign-arrow-udf': {
    tag: 'arbalest-test/foreign-arrow-udf',
    file: 'test/fixtures/foreign-servers/arrow-udf/Dockerfile',
    context: 'test/fixtures/foreign-servers/arrow-udf',
  },
  'foreign-risingwave-udf': {
    tag: 'arbalest-test/foreign-risingwave-udf',
    file: 'test/fixtures/foreign-servers/risingwave-udf/Dockerfile',
    context: 'test/fixtures/foreign-servers/risingwave-udf',
  },
  'foreign-databend-udf': {
    tag: 'arbalest-test/foreign-databend-udf',
    file: 'test/fixtures/foreign-servers/databend-udf/Dockerfile',
    context: 'test/fixtures/foreign-servers/databend-udf',
  },
};

const tagOf = (name) => IMAGES[name].tag ?? `arbalest/${name}`;

/** Ids of the images that it starts from, as they are now. */
function basesOf({ from = [] }) {
  return [BASE, ...from.map(tagOf)].map((name) => inspectImage(name, '{{.Id}}'));
}

async function build(name) {
  const image = IMAGES[name];
  for (const base of image.from ?? []) await build(base);
  // One after the other where they are made of the same context.
  await withLock(image.prepare ? 'server' : name, () => buildWhereChanged(name, image));
}

async function buildWhereChanged(name, image) {
  image.prepare?.();
  const inputs = inputsOf(ROOT, image, basesOf(image));
  if (inspectImage(tagOf(name), `{{index .Config.Labels "${LABEL}"}}`) === inputs) return;
  process.stderr.write(`Building ${tagOf(name)}\n`);
  const target = image.target === undefined ? [] : ['--target', image.target];
  await docker(
    ...['build', '--label', `${LABEL}=${inputs}`, '--tag', tagOf(name), '--file', join(ROOT, image.file)],
    ...target,
    join(ROOT, image.context),
  );
}

/** One build of an image at a time on this host: two would do everything twice. */
async function withLock(name, work) {
  const lock = join(tmpdir(), `arbalest-image-${name}.lock`);
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
      else await sleep(500);
    }
  }
  try {
    writeFileSync(join(lock, 'pid'), String(process.pid));
    await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    // Without a number the owner has only just made it.
    return error.code === 'ESRCH';
  }
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(IMAGES, name));
if (unknown.length > 0) throw new Error(`There is no image ${unknown.join(', ')}; there are ${Object.keys(IMAGES).join(', ')}`);
const wanted = names.length > 0 ? names : Object.keys(IMAGES).filter((name) => name.startsWith('udf-') || IMAGES[name].isPublic === true);
await withLock('base', makeBase);
for (const name of wanted) await build(name);
for (const name of wanted) console.log(tagOf(name));
