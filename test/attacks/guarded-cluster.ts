import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUser } from '@arbalest/authenticator-file';
import { resolveConfig } from '@arbalest/kernel';
import { type RunningExecutor, type RunningScheduler, startExecutor, startScheduler } from '@arbalest/server';
import { issueCertificate, type KeyPair, makeAuthority } from '../../sdk/cli/src/certificates/certificate-authority.js';

export const TOKEN = 'f00dfeed'.repeat(8);
export const PASSWORDS = { ada: 'ada has a password', bob: 'bob has one too', root: 'root has a third' } as const;

export interface GuardedOptions {
  /** Users have to log in. @default true */
  readonly users?: boolean;
  /** @default 'none' */
  readonly clientCertificates?: 'none' | 'required';
  /** @default true */
  readonly executor?: boolean;
  /** More of the section `security`. */
  readonly security?: Readonly<Record<string, unknown>>;
}

/** A scheduler and an executor in this process, with TLS, a token and users: ada, bob, and root, who is an admin. */
export class GuardedCluster implements AsyncDisposable {
  private constructor(
    readonly folder: string,
    readonly authority: KeyPair,
    readonly scheduler: RunningScheduler,
    readonly executor: RunningExecutor | undefined,
  ) {}

  static async start(options: GuardedOptions = {}): Promise<GuardedCluster> {
    const { users = true, clientCertificates = 'none', executor = true } = options;
    const folder = await mkdtemp(join(tmpdir(), 'arbalest-guarded-'));
    const authority = await makeAuthority();
    const server = await issueCertificate(authority, { kind: 'host', hosts: ['localhost', '127.0.0.1'] });
    await write(folder, {
      token: TOKEN,
      'ca.crt': authority.certificate,
      'server.crt': server.certificate,
      'server.key': server.privateKey,
    });
    if (users) await writeUsers(join(folder, 'users.json'));
    const tls = { certificate: 'server.crt', key: 'server.key', authorities: 'ca.crt', clientCertificates };
    const shared = {
      dataDirectory: 'data',
      http: { enabled: false },
      log: { level: 'silent' },
      security: { token: { file: 'token' }, tls, ...options.security },
      plugin: users ? { 'authenticator-file': { file: 'users.json' } } : {},
    };
    await mkdir(join(folder, 'data'));
    const scheduler = await startScheduler(resolveConfig({ ...shared, scheduler: { port: 0, state: 'memory' } }, folder));
    const config = { ...shared, executor: { scheduler: scheduler.url, threads: 1, memory: '256MB' } };
    const running = executor ? await startExecutor(resolveConfig(config, folder)) : undefined;
    await running?.registered;
    return new GuardedCluster(folder, authority, scheduler, running);
  }

  /** host:port of the scheduler. */
  get target(): string {
    return this.scheduler.url.replace(/^.*:\/\//, '');
  }

  get authorities(): Buffer {
    return Buffer.from(this.authority.certificate);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.executor?.stop();
    await this.scheduler.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** A password costs a login what its hash says; here little. */
const LITTLE = { N: 1024, r: 8, p: 1 };

async function writeUsers(file: string): Promise<void> {
  for (const [name, password] of Object.entries(PASSWORDS))
    await addUser(file, { name, password, groups: name === 'root' ? ['admin'] : [], work: LITTLE });
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text, { mode: 0o600 })));
}
