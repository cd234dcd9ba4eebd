import { execFile } from 'node:child_process';
import { chmod, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheRoot } from '@arbalest/test-kit';

const run = promisify(execFile);
const DOWNLOAD_MS = 10 * 60_000;

/**
 * A `go` that is new enough for a module: the installed one or, where that is older (Debian's often is), the one that the module proxy has
 * (https://go.dev/ref/mod#toolchain), kept in the cache.
 */
export async function goFor(goMod: string): Promise<string> {
  const needed = /^go (\d+\.\d+\.\d+)$/m.exec(await readFile(goMod, 'utf8'))?.[1];
  if (needed === undefined) throw new Error(`${goMod} names no version of Go`);
  const installed = /go(\d+\.\d+(\.\d+)?)/.exec((await run('go', ['version'])).stdout)?.[1] ?? '0.0';
  return isOlder(installed, needed) ? downloaded(needed) : 'go';
}

async function downloaded(version: string): Promise<string> {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const module = `golang.org/toolchain@v0.0.1-go${version}.${process.platform}-${arch}`;
  const modules = join(cacheRoot, 'go-toolchains');
  const env = { ...process.env, GOMODCACHE: modules, GOFLAGS: '-modcacherw' };
  await run('go', ['mod', 'download', module], { env, timeout: DOWNLOAD_MS });
  const root = join(modules, module);
  // A go that knows nothing of toolchains unpacks their programs like any other file.
  for (const folder of [join(root, 'bin'), join(root, 'pkg', 'tool', `${process.platform}_${arch}`)])
    for (const name of await readdir(folder)) await chmod(join(folder, name), 0o755);
  return join(root, 'bin', 'go');
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}
