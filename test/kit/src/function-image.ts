import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startDockerEngine } from './docker-engine.js';
import { workspaceRoot } from './workspace-paths.js';

const pending = new Map<string, Promise<string>>();

/** Name of the image with the functions of the conformance suite in one language, on the tests' container engine. Built when it is not there yet, or what it is made of has changed. */
export function functionImage(language: 'python' | 'java' | 'cpp'): Promise<string> {
  return builtImage(`conformance-${language}`);
}

/** The same of any image of docker/images.mjs, by its name there. */
export function builtImage(name: string): Promise<string> {
  let image = pending.get(name);
  if (!image) pending.set(name, (image = build(name)));
  return image;
}

async function build(name: string): Promise<string> {
  const { host } = await startDockerEngine();
  const child = spawn(process.execPath, [join(workspaceRoot, 'docker', 'images.mjs'), name], {
    env: { ...process.env, DOCKER_HOST: host },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (code !== 0) throw new Error(`The image ${name} could not be built: docker/images.mjs ended with exit code ${String(code)}`);
  return output.trim().split('\n').at(-1)!;
}
