import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { type Connection, connect, type RemoteOptions } from '@arbalest/client';
import { UsageError } from './exit-code.js';

/** What a command shows of who calls, and whom it trusts. */
export interface RemoteFlags {
  readonly tlsCa?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly tokenFile?: string;
  readonly user?: string;
  readonly passwordFile?: string;
}

/** Connects as the flags say, and where they say nothing, as the environment says. */
export async function connectAs(url: string, flags: RemoteFlags, options: RemoteOptions = {}): Promise<Connection> {
  return connect(url, { ...options, ...(await remoteOptions(flags)) });
}

/** @throws UsageError when they do not go together, or name a file that cannot be read */
export async function remoteOptions(flags: RemoteFlags): Promise<Pick<RemoteOptions, 'tls' | 'token' | 'user' | 'password'>> {
  const { env } = process;
  const authorities = flags.tlsCa ?? env['ARBALEST_TLS_CA'];
  if ((flags.tlsCert === undefined) !== (flags.tlsKey === undefined)) throw new UsageError('--tls-cert and --tls-key go together');
  const tls = {
    ...(authorities ? { authorities: await contents(authorities, '--tls-ca') } : {}),
    ...(flags.tlsCert ? { certificate: await contents(flags.tlsCert, '--tls-cert') } : {}),
    ...(flags.tlsKey ? { privateKey: await contents(flags.tlsKey, '--tls-key') } : {}),
  };
  return { tls, ...(await login(flags)) };
}

async function login({ tokenFile, user, passwordFile }: RemoteFlags): Promise<Pick<RemoteOptions, 'token' | 'user' | 'password'>> {
  const { env } = process;
  if (tokenFile !== undefined && user !== undefined) throw new UsageError('give either --token-file or --user');
  if (tokenFile !== undefined) return { token: await line(tokenFile, '--token-file') };
  const name = user ?? (env['ARBALEST_TOKEN'] ? undefined : env['ARBALEST_USER']);
  if (name !== undefined && name !== '') return { user: name, password: await passwordOf(name, passwordFile) };
  return env['ARBALEST_TOKEN'] ? { token: env['ARBALEST_TOKEN'] } : {};
}

async function passwordOf(user: string, file: string | undefined): Promise<string> {
  if (file !== undefined) return line(file, '--password-file');
  const given = process.env['ARBALEST_PASSWORD'];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY)
    throw new UsageError(`the password of ${user} is not known; give --password-file or ARBALEST_PASSWORD where nobody can be asked`);
  return askSecret(`Password of ${user}: `);
}

/** Asks a person at the terminal; what is typed is not shown. */
export async function askSecret(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true, historySize: 0 });
  try {
    return await new Promise<string>((resolve, reject) => {
      terminal.question('', resolve);
      terminal.on('SIGINT', () => reject(new UsageError('no password was given')));
      terminal.on('close', () => reject(new UsageError('no password was given')));
    });
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

async function line(file: string, flag: string): Promise<string> {
  const text = (await contents(file, flag)).toString('utf8').replace(/\r?\n$/, '');
  if (text === '') throw new UsageError(`${flag}: the file ${file} is empty`);
  return text;
}

async function contents(file: string, flag: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new UsageError(`${flag}: the file ${file} cannot be read: ${(error as Error).message}`);
  }
}
