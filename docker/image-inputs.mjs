import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Folders and files of a build context that are made from the others, or by tools. */
const MADE = /^(node_modules|dist|target|build|__pycache__|\.venv|\.git|\.pytest_cache|\.mypy_cache|.*\.egg-info|.*\.pyc)$/;

/** A text that differs when anything differs that an image is made from. */
export function inputsOf(root, { file, context, target = '' }, bases) {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([target, bases]));
  hash.update(readFileSync(join(root, file)));
  for (const path of filesBelow(join(root, context))) {
    hash.update(`\0${path.slice(root.length)}\0`);
    hash.update(lstatSync(path).isSymbolicLink() ? readlinkSync(path) : readFileSync(path));
  }
  return hash.digest('hex').slice(0, 32);
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !MADE.test(name));
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}
