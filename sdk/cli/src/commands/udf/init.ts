import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT, UsageError } from '../../exit-code.js';

export const LANGUAGES = ['python', 'java', 'cpp'] as const;

export interface InitOptions {
  readonly language: (typeof LANGUAGES)[number];
}

/** A name that is an image's, a folder's and, with dashes turned, an identifier of each language. */
const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** `arbalest udf init`: a project of functions that builds, passes and answers as it is. */
export async function init(name: string, { language }: InitOptions): Promise<number> {
  if (!NAME.test(name)) throw new UsageError(`a project's name is lower-case letters, digits and single dashes, not ${name}`);
  const target = resolve(name);
  if (await exists(target)) throw new UsageError(`there is something at ${target} already; choose another name, or remove it`);
  const files = await copyTemplate(await templateFolder(join('udf', language)), target, name);
  process.stdout.write(
    [
      `Made ${name} with ${files.length} files:`,
      ...files.map((file) => `  ${name}/${file}`),
      '',
      'Next:',
      `  cd ${name}`,
      '  npx arbalest udf build      # tests the functions, makes the image',
      '  npx arbalest udf test       # calls the image as an executor does: the protocol, and examples.json',
      `  npx arbalest udf deploy ${name} --connect grpc://127.0.0.1:7070`,
      '',
    ].join('\n'),
  );
  return EXIT.ok;
}

/** Beside the sources, and so also beside the bundle. */
export async function templateFolder(template: string): Promise<string> {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (folder !== dirname(folder)) {
    const candidate = join(folder, 'templates', template);
    if (await exists(candidate)) return candidate;
    folder = dirname(folder);
  }
  throw new Error(`The template ${template} is not part of this installation; reinstall arbalest`);
}

async function copyTemplate(from: string, to: string, name: string): Promise<readonly string[]> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const files: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const relative = filled(path.slice(from.length + 1), name);
    await mkdir(dirname(join(to, relative)), { recursive: true });
    await writeFile(join(to, relative), filled(await readFile(path, 'utf8'), name));
    files.push(relative);
  }
  return files.sort();
}

/** `{{name}}` as it is; `{{identifier}}` where a language wants no dashes. */
function filled(text: string, name: string): string {
  return text.replaceAll('{{name}}', name).replaceAll('{{identifier}}', name.replaceAll('-', '_'));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
