import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { withLock } from './host-lock.js';

const run = promisify(execFile);
export const INSTALL_MS = 300_000;

/**
 * Installs the Debian packages of programs that are missing, where this is Debian and root.
 *
 * @param needed programs by the package that has each
 * @param purpose completes "… for", in what is printed and in errors
 * @throws when a package cannot be installed; the message names it
 */
export async function installPrograms(needed: Readonly<Record<string, string>>, purpose: string): Promise<void> {
  await withLock('install', INSTALL_MS, async () => {
    const missing = await Promise.all(Object.entries(needed).map(async ([program, name]) => ((await isProgram(program)) ? [] : [name])));
    const packages = [...new Set(missing.flat())];
    if (packages.length === 0) return;
    process.stderr.write(`Installing ${packages.join(', ')} for ${purpose}\n`);
    const options = { timeout: INSTALL_MS, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    try {
      await run('apt-get', ['update'], options);
      await run('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], options);
    } catch (cause) {
      throw new Error(`${packages.join(', ')} could not be installed, which ${purpose} need`, { cause });
    }
  });
}

export function isProgram(name: string): Promise<boolean> {
  return run('sh', ['-c', `command -v ${name}`]).then(
    () => true,
    () => false,
  );
}
