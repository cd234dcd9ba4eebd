import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { temporaryFolder } from '@arbalest/plugin-sdk/testing';
import { installPrograms, isProgram } from './debian-packages.js';

const run = promisify(execFile);
const START_MS = 60_000;
const STOP_MS = 10_000;
/** A port that was free a moment ago may be taken by now. */
const TRIES = 3;
/** Debian keeps the programs of each version in a folder of their own; the shell finds the one there is. */
const BIN = '/usr/lib/postgresql/*/bin';

/** A real PostgreSQL server as a process of this host, on a port that was free, with its data in a temporary folder; nothing is flushed to disk. */
export interface PostgresServer extends AsyncDisposable {
  readonly host: string;
  readonly port: number;
  /** The superuser, who logs in with `password` by SCRAM. */
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Runs a script by psql as the superuser. @returns what it prints: values with | between, a row a line */
  sql(script: string): Promise<string>;
  /** SIGKILL to the server and what it serves. */
  kill(): Promise<void>;
  /** Starts it again on the data that it had. */
  restart(): Promise<void>;
  /** It and all that it has begun stand still: connections stay, nothing answers. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}

/** Why there can be no PostgreSQL here; undefined where there can. Root on Debian installs it. With CI=true what is missing is an error. */
export async function whyNoPostgres(): Promise<string | undefined> {
  try {
    if (await isProgram(`${BIN}/postgres`)) return undefined;
    if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('PostgreSQL is not installed (Debian: postgresql)');
    await installPrograms({ [`${BIN}/postgres`]: 'postgresql' }, 'the tests with PostgreSQL');
    return undefined;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    return (error as Error).message;
  }
}

/** @param settings of postgresql.conf by name */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const why = await whyNoPostgres();
  if (why !== undefined) throw new Error(`There is no PostgreSQL for this test: ${why}`);
  const folder = await temporaryFolder('arbalest-postgres-');
  const bin = (await run('sh', ['-c', `dirname $(ls ${BIN}/postgres | tail -1)`])).stdout.trim();
  const cluster = new Cluster(folder.path, bin, settings, await owner());
  try {
    await cluster.create();
    await cluster.start();
    return server(cluster, async () => {
      await cluster.stop('SIGINT');
      await folder[Symbol.asyncDispose]();
    });
  } catch (error) {
    await cluster.stop('SIGKILL');
    await folder[Symbol.asyncDispose]();
    throw error;
  }
}

function server(cluster: Cluster, remove: () => Promise<void>): PostgresServer {
  return {
    host: '127.0.0.1',
    port: cluster.port,
    user: 'postgres',
    password: cluster.password,
    database: 'postgres',
    sql: (script) => cluster.sql(script),
    kill: () => cluster.stop('SIGQUIT'),
    restart: () => cluster.start(),
    pause: () => cluster.signalAll('-STOP'),
    resume: () => cluster.signalAll('-CONT'),
    [Symbol.asyncDispose]: remove,
  };
}

interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** The server refuses to run as root; Debian's package has a user for it. */
async function owner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

class Cluster {
  readonly password = `secret-${Math.random().toString(36).slice(2)}`;
  port = 0;
  private child: ChildProcess | undefined;
  private log = '';

  constructor(
    private readonly folder: string,
    private readonly bin: string,
    private readonly settings: Readonly<Record<string, string>>,
    private readonly owner: Owner,
  ) {}

  async create(): Promise<void> {
    const passwordFile = join(this.folder, 'password');
    await writeFile(passwordFile, this.password);
    if (this.owner.uid !== undefined) {
      await chmod(this.folder, 0o700);
      await chown(this.folder, this.owner.uid, this.owner.gid!);
      await chown(passwordFile, this.owner.uid, this.owner.gid!);
    }
    await run(
      join(this.bin, 'initdb'),
      [
        ...['--pgdata', join(this.folder, 'data'), '--username', 'postgres', '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...['--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'],
      ],
      { ...this.owner, cwd: this.folder },
    );
  }

  async start(): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      if (this.port === 0) this.port = await freePort();
      this.launch();
      const error = await this.ready();
      if (error === undefined) return;
      await this.stop('SIGKILL');
      if (attempt === TRIES || !/Address already in use/.test(this.log)) throw error;
      this.port = 0;
    }
  }

  async sql(script: string): Promise<string> {
    const child = run(
      'psql',
      ['--no-psqlrc', '--quiet', '--no-align', '--tuples-only', '--set', 'ON_ERROR_STOP=1', '--dbname', 'postgres', '--file', '-'],
      {
        env: { ...process.env, PGHOST: '127.0.0.1', PGPORT: String(this.port), PGUSER: 'postgres', PGPASSWORD: this.password },
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    child.child.stdin!.end(script);
    return (await child).stdout.trimEnd();
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_MS);
    child.kill(signal);
    await ended;
    clearTimeout(timer);
  }

  async signalAll(signal: string): Promise<void> {
    const pid = String(this.child!.pid);
    const { stdout } = await run('ps', ['-o', 'pid=', '--ppid', pid]);
    await run('kill', [signal, pid, ...stdout.split(/\s+/).filter((text) => text !== '')]);
  }

  private launch(): void {
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(this.port),
      unix_socket_directories: this.folder,
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      shared_buffers: '64MB',
      max_connections: '60',
      autovacuum: 'off',
      ...this.settings,
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    this.log = '';
    this.child = spawn(join(this.bin, 'postgres'), ['-D', join(this.folder, 'data'), ...args], {
      ...this.owner,
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.log = (this.log + text).slice(-8_000)));
  }

  private async ready(): Promise<Error | undefined> {
    for (const until = Date.now() + START_MS; Date.now() < until; await sleep(50)) {
      if (this.child!.exitCode !== null) return new Error(`PostgreSQL has ended:\n${this.log}`);
      const isUp = await this.sql('SELECT 1').then(
        () => true,
        () => false,
      );
      if (isUp) return undefined;
    }
    return new Error(`PostgreSQL does not answer:\n${this.log}`);
  }
}

async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve, reject) => listener.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
