// Makes the image that all others start from, debian:bookworm-slim, where the container engine does not have it: pulled where that is possible, else with debootstrap.
//   node docker/base/make-base.mjs
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspectImage, run } from '../docker-cli.mjs';

export const BASE = 'debian:bookworm-slim';
const SUITE = 'bookworm';
const CERTIFICATES = 'usr/local/share/ca-certificates';
const PULL_MS = 60_000;

/** Resolves when the engine has the image. Rejects with what is missing when it cannot be made here. */
export async function makeBase() {
  if (inspectImage(BASE, '{{.Id}}') !== undefined) return;
  process.stderr.write(`Getting ${BASE}\n`);
  if (spawnSync('docker', ['pull', BASE], { stdio: 'ignore', timeout: PULL_MS }).status === 0) return;
  if (process.getuid?.() !== 0) throw new Error(`${BASE} cannot be pulled, and only root can make it with debootstrap`);
  await bootstrap();
}

async function bootstrap() {
  if (spawnSync('debootstrap', ['--version'], { stdio: 'ignore' }).status !== 0) {
    throw new Error(`${BASE} cannot be pulled, and debootstrap is not there to make it; install the package debootstrap`);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'arbalest-base-'));
  const root = join(scratch, 'root');
  const mirror = packageMirror();
  process.stderr.write(`${BASE} cannot be pulled: making it with debootstrap from ${mirror}\n`);
  try {
    await run('debootstrap', ['--variant=minbase', SUITE, root, mirror]);
    trustWhatTheHostTrusts(root);
    writeFileSync(join(root, 'etc/apt/sources.list'), `deb ${mirror} ${SUITE} main\n`);
    empty(join(root, 'var/cache/apt/archives'));
    empty(join(root, 'var/lib/apt/lists'));
    await importImage(root);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Certificates of private authorities count once the package ca-certificates is installed in an image. */
function trustWhatTheHostTrusts(root) {
  const own = `/${CERTIFICATES}`;
  if (existsSync(own)) cpSync(own, join(root, CERTIFICATES), { recursive: true, dereference: true });
}

/** Where this host gets its Debian packages from. */
function packageMirror() {
  const folder = '/etc/apt/sources.list.d';
  const files = ['/etc/apt/sources.list', ...(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [])];
  const text = files
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  return /^(?:URIs:|deb\s+(?:\[[^\]]*\]\s+)?)\s*(https?:\/\/\S+\/debian\/?)(?=\s|$)/m.exec(text)?.[1] ?? 'http://deb.debian.org/debian';
}

function empty(folder) {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}

function importImage(root) {
  return new Promise((resolve, reject) => {
    const tar = spawn('tar', ['-C', root, '-c', '.'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const docker = spawn('docker', ['import', '--change', 'CMD ["bash"]', '-', BASE], { stdio: [tar.stdout, process.stderr, 'inherit'] });
    tar.once('error', reject);
    docker.once('error', reject);
    docker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`docker import ended with exit code ${code}`))));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await makeBase();
