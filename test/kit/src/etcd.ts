import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { installPrograms, isProgram } from './debian-packages.js';
import { EtcdMember } from './etcd-member.js';
import { temporaryFolder } from '@arbalest/plugin-sdk/testing';

const START_MS = 60_000;
/** A port that was free a moment ago may be taken by now. */
const TRIES = 3;

export interface EtcdOptions {
  /** @default 1 */
  readonly members?: number;
  /** False leaves out the flush to disk (`--unsafe-no-fsync`): quicker, and of no use to who tests durability. @default true */
  readonly fsync?: boolean;
  /** Further options of each member's command line, e.g. `--quota-backend-bytes=4194304`. */
  readonly more?: readonly string[];
}

/** Real etcd members as processes of this host, on ports that were free, with their data in a temporary folder. */
export interface EtcdCluster extends AsyncDisposable {
  /** `http://127.0.0.1:port` of each member. */
  readonly endpoints: readonly string[];
  readonly members: readonly EtcdMember[];
  /** SIGKILL. */
  kill(member: number): Promise<void>;
  /** Starts it again on the data that it had; resolves when it is well. */
  restart(member: number): Promise<void>;
  /** SIGSTOP, SIGCONT. */
  pause(member: number): void;
  resume(member: number): void;
  /** Index of the member that leads. */
  leader(): Promise<number>;
}

/** Why there can be no etcd here; undefined where there can. Root on Debian installs it. With CI=true what is missing is an error. */
export async function whyNoEtcd(): Promise<string | undefined> {
  try {
    if (await isProgram('etcd')) return undefined;
    if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('etcd is not installed (Debian: etcd-server)');
    await installPrograms({ etcd: 'etcd-server' }, 'the tests with etcd');
    return undefined;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    return (error as Error).message;
  }
}

export async function startEtcd(options: EtcdOptions = {}): Promise<EtcdCluster> {
  const why = await whyNoEtcd();
  if (why !== undefined) throw new Error(`There is no etcd for this test: ${why}`);
  for (let attempt = 1; ; attempt++) {
    const folder = await temporaryFolder('arbalest-etcd-');
    const members = await plan(folder.path, options);
    const remove = async () => {
      await Promise.all(members.map((member) => member.stop()));
      await folder[Symbol.asyncDispose]();
    };
    try {
      for (const member of members) member.start();
      const until = Date.now() + START_MS;
      await Promise.all(members.map((member) => member.healthy(until)));
      return cluster(members, remove);
    } catch (error) {
      await remove();
      if (attempt === TRIES || !/address already in use/.test((error as Error).message)) throw error;
    }
  }
}

async function plan(folder: string, { members = 1, fsync = true, more = [] }: EtcdOptions): Promise<readonly EtcdMember[]> {
  const ports = await freePorts(members * 2);
  const names = Array.from({ length: members }, (_, index) => `m${index}`);
  const peerUrls = names.map((_, index) => `http://127.0.0.1:${ports[members + index]}`);
  const all = names.map((name, index) => `${name}=${peerUrls[index]}`);
  return names.map(
    (name, index) =>
      new EtcdMember({
        name,
        dataDirectory: `${folder}/${name}`,
        clientUrl: `http://127.0.0.1:${ports[index]}`,
        peerUrl: peerUrls[index]!,
        cluster: all,
        more: [...(fsync ? [] : ['--unsafe-no-fsync']), ...more],
      }),
  );
}

function cluster(members: readonly EtcdMember[], remove: () => Promise<void>): EtcdCluster {
  return {
    endpoints: members.map(({ clientUrl }) => clientUrl),
    members,
    kill: (index) => members[index]!.kill(),
    pause: (index) => members[index]!.pause(),
    resume: (index) => members[index]!.resume(),
    async restart(index) {
      members[index]!.start();
      await members[index]!.healthy(Date.now() + START_MS);
    },
    leader: () => leaderOf(members),
    [Symbol.asyncDispose]: remove,
  };
}

/** As most of the members that answer see it; asked again while they have none. */
async function leaderOf(members: readonly EtcdMember[]): Promise<number> {
  for (const until = Date.now() + START_MS; Date.now() < until; await sleep(50)) {
    const answers = await Promise.all(members.map((member) => member.status().catch(() => undefined)));
    for (const [index, answer] of answers.entries()) {
      const votes = answers.filter((other) => other?.leader === answer?.id).length;
      if (answer && votes * 2 > members.length) return index;
    }
  }
  throw new Error(`No etcd member leads:\n${members.map((member) => member.log()).join('\n\n')}`);
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
