import type Docker from 'dockerode';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { EXIT, UsageError } from '../../exit-code.js';
import { durationText } from '../../output/amounts.js';
import { cutToWidth } from '../../output/text-width.js';
import { styleFor, terminalOf } from '../../terminal.js';
import { BuildOutput } from './build-output.js';
import { follow, imageId, openDocker, reasonOf } from './docker.js';
import { basesOf, provideBase } from './provide-base.js';

export interface BuildOptions {
  /** @default the folder's name */
  readonly tag?: string;
}

/** Receives lines for people while an image is built: a headline and its steps, and in the end what a step that failed has printed. */
export interface BuildProgress {
  /** Of images that the project stands on, which may take minutes. */
  readonly base: (line: string) => void;
  readonly project: (line: string) => void;
}

/** `arbalest udf build`: the image of a project of functions. */
export async function build(folder: string, options: BuildOptions): Promise<number> {
  const project = resolve(folder);
  const dockerfile = await readDockerfile(project);
  const tag = options.tag ?? defaultTag(project);
  const docker = await openDocker();
  const began = Date.now();
  await buildImage(docker, project, dockerfile, tag, { base: showLine, project: showLine });
  process.stdout.write(`Built ${tag} in ${durationText(Date.now() - began)}: ${(await imageId(docker, tag)) ?? ''}\n`);
  return EXIT.ok;
}

/** Builds the image of the project in a folder, what it stands on first. */
export async function buildProject(docker: Docker, project: string, tag: string, progress: BuildProgress): Promise<void> {
  await buildImage(docker, project, await readDockerfile(project), tag, progress);
}

async function buildImage(docker: Docker, project: string, dockerfile: string, tag: string, progress: BuildProgress): Promise<void> {
  for (const base of basesOf(dockerfile)) await provideBase(docker, base, progress.base);
  progress.project(`Building ${tag}`);
  const output = new BuildOutput(progress.project);
  try {
    const stream = await docker.buildImage({ context: project, src: await readdir(project) }, { t: tag, rm: true });
    await follow(docker, stream, (text) => output.take(text));
  } catch (error) {
    for (const line of output.printed) progress.project(`    ${line}`);
    const where = output.step === undefined ? '' : ` at step ${output.step.number}`;
    throw new Error(`The build of ${tag} failed${where}: ${reasonOf(error)}`, { cause: error });
  }
}

async function readDockerfile(project: string): Promise<string> {
  if (!(await stat(project).catch(() => undefined))?.isDirectory()) throw new UsageError(`there is no folder ${project}`);
  return readFile(join(project, 'Dockerfile'), 'utf8').catch(() => {
    throw new UsageError(`there is no Dockerfile in ${project}; arbalest udf init NAME --language python makes a project`);
  });
}

/** What an image may be called that is named for its folder. */
const IMAGE_NAME = /^[a-z0-9]+(?:(?:[._-]|__|-+)[a-z0-9]+)*$/;

export function defaultTag(project: string): string {
  const name = basename(resolve(project)).toLowerCase();
  if (!IMAGE_NAME.test(name)) throw new UsageError(`an image cannot have the name of the folder, '${name}'; give it one with --tag`);
  return `${name}:latest`;
}

/** Headlines and steps in one line each; what a step printed, which is indented further, as it is. */
function showLine(line: string): void {
  const { width, ...terminal } = terminalOf(process.stderr);
  const style = styleFor({ width, ...terminal });
  const isStep = /^ {0,4}\d/.test(line);
  process.stderr.write(`${isStep ? style('dim', cutToWidth(line, Math.min(width, 120))) : line}\n`);
}
