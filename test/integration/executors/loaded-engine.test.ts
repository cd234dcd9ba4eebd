import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '@arbalest/client';
import { temporaryFolder, workspaceRoot } from '@arbalest/test-kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const template = join(workspaceRoot, 'sdk/plugin/templates/executor');
const folder = await temporaryFolder();
/** What the engine was asked to run: the plugin writes it down there. */
const relayed: string[] = ((globalThis as { relayed?: string[] }).relayed = []);

/** The plugin, told apart from the template by what it writes down. */
const INDEX = `
  import { definePlugin, EXECUTORS, type FragmentRequest } from '@arbalest/spi';
  import { RelayExecutor } from './relay-executor.js';

  class ToldExecutor extends RelayExecutor {
    execute(request: FragmentRequest) {
      (globalThis as never as { relayed: string[] }).relayed.push(request.plan.kind);
      return super.execute(request);
    }
  }
  export default definePlugin({ register: ({ contribute }) => contribute(EXECUTORS, () => new ToldExecutor()) });
`;

beforeAll(async () => {
  await symlink(join(workspaceRoot, 'node_modules'), folder.file('node_modules'));
  await cp(join(template, 'src'), folder.file('relay/src'), { recursive: true });
  const manifest = await readFile(join(template, 'package.json'), 'utf8');
  await writeFile(folder.file('relay/package.json'), manifest.replaceAll('./dist/index.js', './src/index.ts'));
  await writeFile(folder.file('relay/src/index.ts'), INDEX);
  for (const [at, name] of ['a', 'b', 'c', 'd'].entries()) {
    const lines = Array.from({ length: 50 }, (_, row) => at * 50 + row);
    await writeFile(folder.file(`${name}.csv`), `n\n${lines.join('\n')}\n`);
  }
});

beforeEach(() => void relayed.splice(0));
afterAll(() => folder[Symbol.asyncDispose]());

test('an engine of the configuration runs what it accepts, the bundled one the rest', async () => {
  const config = { plugins: ['./relay'], log: { level: 'silent' } };
  await using db = await connect({ executors: 2, threads: 1, cwd: folder.path, config });
  const session = await db.session({ baseDirectory: folder.path, settings: { 'planner.small_query_bytes': '0' } });
  expect(await session.sql("SELECT n FROM '*.csv' LIMIT 3").toArray()).toHaveLength(3);
  expect(relayed).toContain('limit');

  relayed.length = 0;
  expect(await session.sql("SELECT n FROM '*.csv' LIMIT 3 OFFSET 2").toArray()).toHaveLength(3);
  expect(await session.sql("SELECT max(n) AS n FROM '*.csv'").toArray()).toEqual([{ n: 199n }]);
  expect(relayed).not.toContain('limit');
});

test('without it in the configuration the bundled engine runs all', async () => {
  await using db = await connect({ executors: 2, threads: 1, cwd: folder.path, config: { log: { level: 'silent' } } });
  const session = await db.session({ baseDirectory: folder.path, settings: { 'planner.small_query_bytes': '0' } });
  expect(await session.sql("SELECT n FROM '*.csv' LIMIT 3").toArray()).toHaveLength(3);
  expect(relayed).toEqual([]);
});
