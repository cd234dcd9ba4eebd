import { posix } from 'node:path';

/** What is in a package and nobody needs who installs it. The first rule that fits says why. */
const UNNEEDED: readonly (readonly [RegExp, string])[] = [
  [/(^|\/)node_modules\//, 'installed packages'],
  [/\.test\.[^/]*$|(^|\/)(__tests__|__snapshots__)\//, 'a test'],
  [/\.tsbuildinfo$/, 'a cache of the compiler'],
  [/^(tsconfig[^/]*\.json|vitest\.config\.[^/]+|eslint\.config\.[^/]+|\.prettierrc[^/]*)$/, 'a setting of a tool'],
  [/^arbalest\.config\.json$/, 'a configuration for work on the package'],
  [/(^|\/)\.(env|npmrc|git|arbalest|vscode|idea)(\/|$|\.)/, 'private to whoever made the package'],
  [/\.tgz$/, 'another package'],
];

/** `path: why`, for each file that should not be there. Sources count when there is something compiled as well. */
export function unneededFiles(files: readonly string[]): readonly string[] {
  const isCompiled = files.some((file) => /^dist\/.*\.js$/.test(file));
  return files.flatMap((file) => {
    const reason =
      UNNEEDED.find(([pattern]) => pattern.test(file))?.[1] ?? (isCompiled && isSource(file) ? 'a source of what is compiled' : undefined);
    return reason === undefined ? [] : [`${file}: ${reason}`];
  });
}

function isSource(file: string): boolean {
  return file.startsWith('src/') && /\.[cm]?tsx?$/.test(file);
}

/** What `exports`, `main` and `bin` name that is not among the files; conditions for a workspace's own use are left out. */
export function unresolvedEntries(
  packageJson: { readonly exports?: unknown; readonly main?: string; readonly bin?: unknown },
  files: readonly string[],
  ownConditions: readonly string[] = [],
): readonly string[] {
  const entries = [
    ...targets(packageJson.exports, 'exports', ownConditions),
    ...targets(packageJson.bin, 'bin', []),
    ...(packageJson.main === undefined ? [] : [{ where: 'main', path: packageJson.main }]),
  ];
  return entries
    .filter(({ path }) => !isThere(path, files))
    .map(({ where, path }) => `${where} names ${path}, which is not in the package`);
}

function isThere(path: string, files: readonly string[]): boolean {
  const wanted = posix.normalize(path);
  const star = wanted.indexOf('*');
  return star < 0 ? files.includes(wanted) : files.some((file) => file.startsWith(wanted.slice(0, star)));
}

function targets(value: unknown, where: string, ownConditions: readonly string[]): readonly { where: string; path: string }[] {
  if (typeof value === 'string') return [{ where, path: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !ownConditions.includes(key))
    .flatMap(([key, inner]) => targets(inner, `${where} "${key}"`, ownConditions));
}
