import { spawn, spawnSync } from 'node:child_process';

/** Runs the Docker client, with what it prints on standard error. Rejects when it fails. */
export function docker(...parameters) {
  return run('docker', parameters);
}

/** Runs a program with its output on standard error, so that standard output is the caller's. Rejects with its name and exit code when it fails. */
export function run(program, parameters, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: ['ignore', process.stderr, process.stderr], ...options });
    child.once('error', (error) => reject(new Error(`${program} could not be started: ${error.message}`)));
    child.once('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`${program} ${parameters.join(' ')} ended with ${signal ?? `exit code ${code}`}`)),
    );
  });
}

/** A field of an image; undefined when there is no such image, or no such field. */
export function inspectImage(name, format) {
  const { status, stdout } = spawnSync('docker', ['image', 'inspect', '--format', format, name], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
