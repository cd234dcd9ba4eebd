// Makes proto/gen/arbalest.js and .d.ts from every .proto under proto/. Run `npm run generate` after a .proto has changed; the output is
// committed. With `--check` nothing is written, and the exit code says whether the committed output is current.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const protoRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../proto');
const cli = dirname(createRequire(import.meta.url).resolve('protobufjs-cli/package.json'));
const marker = '// Generated from proto/**/*.proto by core/workspace/generate-proto.mjs. Do not edit.\n';

const made = generate();
if (process.argv.includes('--check')) check(made);
else write(made);

function generate() {
  const folder = mkdtempSync(join(tmpdir(), 'arbalest-proto-'));
  try {
    const script = join(folder, 'arbalest.js');
    const types = join(folder, 'arbalest.d.ts');
    const options = [
      '-t',
      'static-module',
      '-w',
      'es6',
      '--force-number',
      '--no-delimited',
      '--no-verify',
      '--no-convert',
      '--no-service',
      '-p',
      protoRoot,
    ];
    run('pbjs', [...options, '-o', script, ...protoFiles()]);
    run('pbts', ['-o', types, script]);
    // The types are made from the comments; the code that every process loads does without.
    run('pbjs', [...options, '--no-comments', '-o', script, ...protoFiles()]);
    return {
      'arbalest.js': `${marker}/* eslint-disable */\n${withoutLong(readFileSync(script, 'utf8'))}`,
      // Every 64-bit field is a number, so the package `long` that pbts imports is not there and not needed.
      'arbalest.d.ts': marker + readFileSync(types, 'utf8').replace(/^import Long = .*\n/m, ''),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** protobufjs makes objects of 64-bit fields wherever the package `long` happens to be installed, and an object is true also when it is zero. */
function withoutLong(code) {
  const marker = 'import $protobuf from "protobufjs/minimal.js";\n';
  if (!code.includes(marker)) throw new Error('The generated code does not import protobufjs as it used to');
  return code.replace(marker, `${marker}$protobuf.util.Long = undefined;\n$protobuf.configure();\n`);
}

function protoFiles() {
  return ['arbalest', 'arrow']
    .flatMap((area) => readdirSync(join(protoRoot, area), { recursive: true }).map((name) => join(protoRoot, area, name)))
    .filter((path) => path.endsWith('.proto'))
    .sort();
}

function run(tool, args) {
  execFileSync(process.execPath, [join(cli, 'bin', tool), ...args], { stdio: 'inherit' });
}

function write(files) {
  mkdirSync(join(protoRoot, 'gen'), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(protoRoot, 'gen', name), text);
}

function check(files) {
  const stale = Object.entries(files).filter(([name, text]) => readIfThere(join(protoRoot, 'gen', name)) !== text);
  for (const [name] of stale)
    console.error(`proto/gen/${name} is not what the .proto files make; run npm run generate and commit the result`);
  process.exitCode = stale.length > 0 ? 1 : 0;
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
