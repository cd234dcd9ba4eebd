import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { workspaceRoot } from './workspace-paths.js';

const run = promisify(execFile);

/** Packs test/fixtures/acme-log-codec and unpacks the archive into `node_modules` of a folder outside the workspace, next to what it depends on. */
export async function installLogCodec(folder: string): Promise<void> {
  await run('npx', ['tsc', '-b', 'core/spi'], { cwd: workspaceRoot });
  await run('npm', ['pack', '--pack-destination', folder, join(workspaceRoot, 'test/fixtures/acme-log-codec')], { cwd: folder });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'))!;
  const target = join(folder, 'node_modules/@acme/codec-log');
  await mkdir(target, { recursive: true });
  await run('tar', ['-xzf', join(folder, archive), '-C', target, '--strip-components=1']);
  await mkdir(join(folder, 'node_modules/@arbalest'));
  // A copy: the plugin's own spi, not the one that the kernel has.
  await cp(join(workspaceRoot, 'core/spi/dist'), join(folder, 'node_modules/@arbalest/spi/dist'), { recursive: true });
  // As a user's process sees it: without the workspace's own condition, which this process has set.
  const spi = { name: '@arbalest/spi', version: '0.1.0', type: 'module', exports: './dist/index.js' };
  await writeFile(join(folder, 'node_modules/@arbalest/spi/package.json'), JSON.stringify(spi));
  await symlink(join(workspaceRoot, 'node_modules/apache-arrow'), join(folder, 'node_modules/apache-arrow'));
}
