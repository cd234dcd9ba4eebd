import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheRoot, workspaceRoot } from './workspace-paths.js';

const run = promisify(execFile);
const RUNTIMES = join(workspaceRoot, 'udf-runtimes');
const BUILD_MS = 15 * 60_000;
const LISTEN_MS = 60_000;
const STOP_MS = 15_000;

export type UdfLanguage = 'python' | 'java' | 'cpp' | 'go';

/** A server of the functions of udf-runtimes/conformance/FUNCTIONS.md, as a process of its own. */
export interface UdfServer extends AsyncDisposable {
  readonly location: string;
  /** ARBALEST_UDF_INPUT_DIR and ARBALEST_UDF_OUTPUT_DIR of the process. */
  readonly inputDirectory: string;
  readonly outputDirectory: string;
  readonly process: ChildProcess;
  /** What it has printed so far. */
  log(): string;
  /** SIGTERM, then SIGKILL. Resolves with the exit code; null when a signal ended it. */
  stop(): Promise<number | null>;
}

/** How to start a server that is built. */
interface Started {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Toolchain {
  /** Programs that must be there. */
  readonly needs: readonly string[];
  /** The folder below udf-runtimes whose content is the server's. */
  readonly sources: string;
  /** Folders of it that say nothing about the build. */
  readonly ignore: readonly string[];
  /** Builds the server and its tests into a folder of the cache, which is kept until the sources change. */
  readonly build: (sources: string, into: string) => Promise<void>;
  /** Whether what is built must stay where it was built. */
  readonly fixed?: true;
  start(sources: string, built: string): Started | Promise<Started>;
}

const TOOLCHAINS: Readonly<Record<UdfLanguage, Toolchain>> = {
  python: {
    needs: ['python3'],
    sources: 'python',
    ignore: ['tests', '__pycache__', 'arbalest_udf.egg-info', '.pytest_cache'],
    build: async () => void (await udfPython()),
    start: async (sources) => ({
      command: await udfPython(),
      args: ['-m', 'arbalest_udf', 'conformance.functions:FUNCTIONS'],
      cwd: sources,
      env: { PYTHONPATH: sources, PYTHONDONTWRITEBYTECODE: '1' },
    }),
  },
  java: {
    needs: ['java', 'mvn'],
    sources: 'java',
    ignore: ['target'],
    // Built beside its sources' copy, so that builds of people and of other tests stay apart.
    build: async (sources, into) => {
      await cp(sources, into, { recursive: true, filter: (path) => path !== join(sources, 'target') });
      await mavenIn(into, ['-q', '-DskipTests', 'test']);
    },
    start: (_sources, built) => ({ command: 'sh', args: [join(built, 'conformance', 'serve')], cwd: built }),
  },
  cpp: {
    needs: ['cmake', 'c++', 'flock', 'python3'],
    sources: 'cpp',
    ignore: ['build'],
    fixed: true,
    // Not optimised, and several files at a time, which quarters the time: the image is what has to be quick. CMake takes up an earlier build that was broken off; one process at a time may.
    build: async (sources, into) => {
      const together = ['-DCMAKE_UNITY_BUILD=ON', '-DCMAKE_UNITY_BUILD_BATCH_SIZE=9'];
      const options = ['-DCMAKE_BUILD_TYPE=Debug', '-DCMAKE_CXX_FLAGS_DEBUG=-O0', ...together, `-DARROW_WHEEL_DIR=${await arrowWheel()}`];
      const alone = (...args: string[]) => run('flock', [join(into, '.lock'), 'cmake', ...args], { timeout: BUILD_MS, maxBuffer: 1 << 26 });
      await alone('-S', sources, '-B', into, ...options);
      await alone('--build', into, '--parallel', '2');
    },
    start: (_sources, built) => ({ command: join(built, 'conformance', 'arbalest-conformance-cpp'), args: [], cwd: built }),
  },
  go: {
    needs: ['go'],
    sources: 'examples/go',
    ignore: [],
    build: async (sources, into) => void (await run('go', ['build', '-o', join(into, 'server'), '.'], { cwd: sources, timeout: BUILD_MS })),
    start: (_sources, built) => ({ command: join(built, 'server'), args: [], cwd: built }),
  },
};

/** Why there can be no server in this language here; undefined where there can. With CI=true what is missing is an error. */
export async function whyNoUdfServer(language: UdfLanguage): Promise<string | undefined> {
  for (const tool of TOOLCHAINS[language].needs) {
    const found = await run('sh', ['-c', `command -v ${tool}`]).catch(() => undefined);
    if (found !== undefined) continue;
    const missing = `${tool} is not installed`;
    if (process.env['CI'] === 'true') throw new Error(`The ${language} server cannot be built: ${missing}`);
    return missing;
  }
  return undefined;
}

/** Builds the server, unless its sources are those of an earlier build, and starts a process of it. */
export async function conformanceServer(language: UdfLanguage): Promise<UdfServer> {
  const toolchain = TOOLCHAINS[language];
  const sources = join(RUNTIMES, toolchain.sources);
  return startServer(language, await toolchain.start(sources, await builtRuntime(language)));
}

/** The folder in which the runtime of a language, its conformance server and its tests are built; of Java with a copy of the sources. */
export async function builtRuntime(language: UdfLanguage): Promise<string> {
  const { sources, ignore, build, fixed } = TOOLCHAINS[language];
  const from = join(RUNTIMES, sources);
  const built = join(cacheRoot, 'udf-servers', `${language}-${await contentHash(from, ignore)}`);
  const stamp = join(built, '.built');
  if (existsSync(stamp)) return built;
  await mkdir(join(cacheRoot, 'udf-servers'), { recursive: true });
  // Where two test processes build at once, each has a draft of its own.
  const draft = fixed === true ? built : `${built}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await build(from, draft);
  await writeFile(join(draft, '.built'), '');
  if (draft === built) return built;
  await rename(draft, built).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(stamp)) throw error;
  });
  return built;
}

async function contentHash(folder: string, ignore: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) {
    const name = file.slice(folder.length + 1);
    if (name.split('/').some((part) => ignore.includes(part))) continue;
    hash
      .update(`${name}\0`)
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

const MAKE_VENV = join(RUNTIMES, 'python', 'make-venv.sh');
const pythonHome = async (): Promise<string> =>
  join(
    cacheRoot,
    `udf-python-${createHash('sha256')
      .update(await readFile(MAKE_VENV))
      .digest('hex')
      .slice(0, 8)}`,
  );
const pythonIn = (home: string): string => join(home, 'bin', 'python');

/** A Python with what the Python runtime and its tests need, made at the first use. */
export async function udfPython(): Promise<string> {
  const home = await pythonHome();
  if (existsSync(home)) return pythonIn(home);
  const draft = `${home}.${process.pid}`;
  await mkdir(cacheRoot, { recursive: true });
  try {
    await run('sh', [MAKE_VENV, draft], { timeout: BUILD_MS });
    await rename(draft, home).catch((error: unknown) => {
      if (!existsSync(home)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return pythonIn(home);
}

/** Runs Maven without the network where its repository has all that it needs. Answers with what it printed. */
export async function mavenIn(folder: string, args: readonly string[]): Promise<string> {
  const options = { cwd: folder, timeout: BUILD_MS, maxBuffer: 1 << 26 };
  const offline = await run('mvn', ['-B', '-o', ...args], options).catch((error: Error & { stdout: string }) => error);
  if (!(offline instanceof Error)) return offline.stdout;
  if (!/offline mode/.test(offline.stdout)) throw new Error(`${offline.message}\n${offline.stdout}`, { cause: offline });
  return (await run('mvn', ['-B', ...args], options)).stdout;
}

/** The folder of pyarrow's wheel, whose headers and libraries C++ is built with. */
async function arrowWheel(): Promise<string> {
  const { stdout } = await run(await udfPython(), ['-c', 'import pyarrow; print(pyarrow.__path__[0])']);
  return stdout.trim();
}

async function startServer(name: string, { command, args, cwd, env }: Started): Promise<UdfServer> {
  const folder = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), `arbalest-udf-${name}-`));
  const [inputDirectory, outputDirectory, socket] = ['in', 'out', 'udf.sock'].map((part) => join(folder, part)) as [string, string, string];
  await Promise.all([mkdir(inputDirectory), mkdir(outputDirectory)]);
  const variables = { ARBALEST_UDF_SOCKET: socket, ARBALEST_UDF_INPUT_DIR: inputDirectory, ARBALEST_UDF_OUTPUT_DIR: outputDirectory };
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (text: string) => (printed += text));
  const ended = once(child, 'close').then(async ([code]) => {
    await rm(folder, { recursive: true, force: true });
    return code as number | null;
  });
  const log = (): string => printed;
  const stop = (): Promise<number | null> => stopServer(child, ended);
  try {
    await listening(child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  const location = `grpc+unix://${socket}`;
  return { location, inputDirectory, outputDirectory, process: child, log, stop, [Symbol.asyncDispose]: async () => void (await stop()) };
}

async function listening(child: ChildProcess, log: () => string): Promise<void> {
  const deadline = Date.now() + LISTEN_MS;
  while (!/^listening on /m.test(log())) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended before it listened:\n${log()}`);
    if (Date.now() > deadline) throw new Error(`The server does not listen after ${LISTEN_MS} ms:\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function stopServer(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  const code = await ended;
  clearTimeout(timer);
  return code;
}
