import type Docker from 'dockerode';
import { spawn } from 'node:child_process';
import { access, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT, UsageError } from '../../exit-code.js';
import { follow, imageId, openDocker } from './docker.js';

export interface BuildOptions {
  /** @default the folder's name */
  readonly tag?: string;
}

/** `arbalest udf build`: the image of a project of functions. */
export async function build(folder: string, options: BuildOptions): Promise<number> {
  const project = resolve(folder);
  const tag = options.tag ?? defaultTag(project);
  const docker = await openDocker();
  const began = Date.now();
  await buildProject(docker, project, tag);
  process.stdout.write(`Built ${tag} in ${((Date.now() - began) / 1000).toFixed(1)} s: ${(await imageId(docker, tag)) ?? ''}\n`);
  return EXIT.ok;
}

/** Builds the image, what it stands on first. Progress goes to standard error. */
export async function buildProject(docker: Docker, project: string, tag: string): Promise<void> {
  const dockerfile = await readFile(join(project, 'Dockerfile'), 'utf8').catch(() => {
    throw new UsageError(`there is no Dockerfile in ${project}; arbalest udf init NAME --language python makes a project`);
  });
  for (const base of basesOf(dockerfile)) await provideBase(docker, base);
  const stream = await docker.buildImage({ context: project, src: await readdir(project) }, { t: tag, rm: true });
  await follow(docker, stream, (line) => process.stderr.write(`  ${line}\n`));
}

export function defaultTag(project: string): string {
  return `${basename(resolve(project)).toLowerCase()}:latest`;
}

/** Images that the project stands on, its own stages left out. */
function basesOf(dockerfile: string): readonly string[] {
  const stages = new Set([...dockerfile.matchAll(/^\s*FROM\s+\S+\s+AS\s+(\S+)/gim)].map(([, name]) => name!.toLowerCase()));
  const images = [...dockerfile.matchAll(/^\s*(?:FROM|COPY\s+--from=)\s*(?:--\S+\s+)*(\S+)/gim)].map(([, image]) => image!);
  return [...new Set(images)].filter((image) => image !== 'scratch' && !stages.has(image.toLowerCase()) && !/^\d+$/.test(image));
}

/** Where a base of ours is neither here nor to be pulled, it is made from the sources, when these are here. */
async function provideBase(docker: Docker, image: string): Promise<void> {
  if ((await imageId(docker, image)) !== undefined) return;
  const own = /^arbalest\/(udf-[a-z-]+)(?::latest)?$/.exec(image)?.[1];
  const maker = own === undefined ? undefined : await baseMaker();
  if (own !== undefined && maker !== undefined) return run(maker, own, image);
  process.stderr.write(`Pulling ${image} …\n`);
  const stream = await docker.pull(image).catch((error: unknown) => {
    throw new Error(`The base image ${image} is not here and cannot be pulled: ${(error as Error).message}`, { cause: error });
  });
  await follow(docker, stream, () => undefined);
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

function run(script: string, name: string, image: string): Promise<void> {
  process.stderr.write(`Making the base image ${image}; the first time takes minutes …\n`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, name], { stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The base image ${image} could not be made; the reason stands above`)),
    );
  });
}
