// What `npm pack` would put into each published package: all that its entries name, a README and the licence, and nothing that only its makers need.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unneededFiles, unresolvedEntries } from '../../sdk/plugin/dist/check/packed-contents.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Export conditions that only this workspace asks for. */
const OWN_CONDITIONS = ['arbalest-source'];
/** Pattern, reason, and whether it is all right in a package that is there for tests, or exports `./testing`. */
const UNNEEDED_HERE = [
  [/\.map$/, 'leads to sources that are not packed', false],
  [/(^|\/)testing(\/|\.)/, 'for tests of this workspace', true],
];
/** Packages that users are to test with. */
const FOR_TESTS = new Set(['@arbalest/plugin-sdk']);
/** Templates are sources of packages to come: their tests and settings belong to them. */
const TEMPLATES = /^templates\//;

const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
const output = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--workspaces', '--loglevel=error'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
});
const packed = new Map(Object.values(JSON.parse(output)).map(({ name, files }) => [name, files.map(({ path }) => path)]));
const problems = [];
let checked = 0;
for (const [name, files] of packed) {
  const folder = join(root, 'node_modules', name);
  const packageJson = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (packageJson.private === true) continue;
  checked++;
  problems.push(...problemsOf(packageJson, folder, files).map((problem) => `${name}: ${problem}`));
}
if (checked === 0) throw new Error('npm pack listed no published package');
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);

function problemsOf(packageJson, folder, files) {
  const own = files.filter((file) => !TEMPLATES.test(file));
  const hasLicence = existsSync(join(folder, 'LICENSE')) && readFileSync(join(folder, 'LICENSE'), 'utf8') === licence;
  return [
    ...['README.md', 'LICENSE'].filter((file) => !files.includes(file)).map((file) => `has no ${file}`),
    ...(hasLicence ? [] : ['its LICENSE is not that of the root; copy that']),
    ...unresolvedEntries(packageJson, files, OWN_CONDITIONS),
    ...unneededFiles(own).map((file) => `packs ${file}`),
    ...own.flatMap((file) => reasons(packageJson, file).map((reason) => `packs ${file}: ${reason}`)),
  ];
}

function reasons({ name, exports }, file) {
  const isMeant = FOR_TESTS.has(name) || exports?.['./testing'] !== undefined;
  return UNNEEDED_HERE.filter(([pattern, , unlessMeant]) => pattern.test(file) && !(unlessMeant && isMeant)).map(([, reason]) => reason);
}
