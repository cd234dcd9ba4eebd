import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { installPrograms, isProgram } from './debian-packages.js';

const run = promisify(execFile);

/** What runs compose files here: Docker's plugin, or Debian's docker-compose, which root installs where neither is there. Throws when there can be none. */
export async function composeCommand(): Promise<readonly string[]> {
  const plugin = await run('docker', ['compose', 'version']).then(
    () => true,
    () => false,
  );
  if (plugin) return ['docker', 'compose'];
  if (!(await isProgram('docker-compose'))) {
    if (process.platform !== 'linux' || process.getuid?.() !== 0)
      throw new Error('neither docker compose nor docker-compose is installed, and only root on Linux can do that for the tests');
    await installPrograms({ 'docker-compose': 'docker-compose' }, 'the tests with compose');
  }
  return ['docker-compose'];
}

/** Why no compose file can be run here; undefined where one can. Throws that where CI=true, so that nothing is skipped unseen. */
export async function whyNoCompose(): Promise<string | undefined> {
  try {
    await composeCommand();
    return undefined;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    return (error as Error).message;
  }
}
