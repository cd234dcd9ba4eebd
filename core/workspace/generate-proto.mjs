// Makes proto/gen/protocol.js and .d.ts from every .proto under proto/. Run after a .proto has changed; the output is committed.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const protoRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../../proto');
const cli = dirname(createRequire(import.meta.url).resolve('protobufjs-cli/package.json'));
const script = join(protoRoot, 'gen/protocol.js');

const sources = ['arrow', 'arbalest']
  .flatMap((area) => protoFiles(join(protoRoot, area)))
  .sort();

mkdirSync(dirname(script), { recursive: true });
run('pbjs', ['-t', 'static-module', '-w', 'es6', '--force-number', '--no-service', '-p', protoRoot, '-o', script, ...sources]);
run('pbts', ['-o', script.replace(/\.js$/, '.d.ts'), script]);

function protoFiles(folder) {
  try {
    return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.proto')).map((name) => join(folder, name));
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function run(tool, args) {
  execFileSync(process.execPath, [join(cli, 'bin', tool), ...args], { stdio: 'inherit' });
}
