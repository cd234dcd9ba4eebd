import { spawn } from 'node:child_process';
import { relative, resolve } from 'node:path';
import { isArbalestError } from '@arbalest/spi';
import { type ScaffoldKind, scaffoldPlugin } from '@arbalest/plugin-sdk';
import { EXIT, UsageError } from '../../exit-code.js';

export interface NewOptions {
  readonly kind: ScaffoldKind;
  readonly directory?: string;
  readonly install: boolean;
}

/** `arbalest plugin new`: a package that builds, passes and runs as it is. */
export async function newPlugin(name: string, { kind, directory = name, install }: NewOptions): Promise<number> {
  const folder = resolve(directory);
  const shown = relative(process.cwd(), folder) || '.';
  const files = await made(kind, name, folder);
  process.stdout.write(`Made the ${kind} ${name} with ${files.length} files:\n${files.map((file) => `  ${shown}/${file}\n`).join('')}`);
  const installed = install && (await npmInstall(folder));
  if (install && !installed) process.stderr.write(`npm install failed in ${shown}; what it needs it says above\n`);
  process.stdout.write(
    [
      '',
      'Next:',
      `  cd ${shown}`,
      ...(installed ? [] : ['  npm install']),
      '  npm test                    # builds it, and runs its tests, the conformance suite among them',
      '  npx arbalest plugin check . # what is to be right before others install it',
      '',
    ].join('\n'),
  );
  return install && !installed ? EXIT.failed : EXIT.ok;
}

async function made(kind: ScaffoldKind, name: string, folder: string): Promise<readonly string[]> {
  try {
    return await scaffoldPlugin({ kind, name, folder });
  } catch (thrown) {
    throw isArbalestError(thrown) ? new UsageError(thrown.message) : thrown;
  }
}

function npmInstall(cwd: string): Promise<boolean> {
  const args = ['install', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = spawn('npm', args, { cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  return new Promise((done) => {
    child.on('error', () => done(false));
    child.on('close', (code) => done(code === 0));
  });
}
