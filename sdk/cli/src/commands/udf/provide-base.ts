import type Docker from 'dockerode';
import { spawn } from 'node:child_process';
import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BuildOutput } from './build-output.js';
import { follow, imageId, reasonOf } from './docker.js';

/** Images that a Dockerfile stands on: its own stages left out, and names that only arguments of the build make whole. */
export function basesOf(dockerfile: string): readonly string[] {
  const stages = new Set([...dockerfile.matchAll(/^\s*FROM\s+(?:--\S+\s+)*\S+\s+AS\s+(\S+)/gim)].map(([, name]) => name!.toLowerCase()));
  const images = [...dockerfile.matchAll(/^\s*(?:FROM\s+|COPY\s+--from=)(?:--\S+\s+)*(\S+)/gim)].map(([, image]) => image!);
  return [...new Set(images)].filter((image) => !/^(?:scratch|\d+|.*\$.*)$/.test(image) && !stages.has(image.toLowerCase()));
}

/** Where a base of ours is neither here nor to be pulled, it is made from the sources, when these are here. */
export async function provideBase(docker: Docker, image: string, say: (line: string) => void): Promise<void> {
  if ((await imageId(docker, image)) !== undefined) return;
  const own = /^arbalest\/(udf-[a-z-]+)(?::latest)?$/.exec(image)?.[1];
  const maker = own === undefined ? undefined : await baseMaker();
  if (own !== undefined && maker !== undefined) return make(maker, own, image, say);
  say(`Pulling ${image}`);
  try {
    await follow(docker, await docker.pull(image), () => undefined);
  } catch (error) {
    throw new Error(`The base image ${image} is not here and cannot be pulled: ${reasonOf(error)}`, { cause: error });
  }
}

/** The workspace's own script, where this command runs from a workspace. */
async function baseMaker(): Promise<string | undefined> {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    const script = join(folder, 'docker', 'images.mjs');
    const found = await access(script).then(
      () => true,
      () => false,
    );
    if (found) return script;
    folder = dirname(folder);
  }
  return undefined;
}

function make(script: string, name: string, image: string, say: (line: string) => void): Promise<void> {
  say(`Making the base image ${image}; the first time takes minutes`);
  const output = new BuildOutput(say);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, name], { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr.setEncoding('utf8').on('data', (text: string) => output.take(text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) return resolve();
      for (const line of output.printed) say(`    ${line}`);
      reject(new Error(`The base image ${image} could not be made; the reason stands above`));
    });
  });
}
