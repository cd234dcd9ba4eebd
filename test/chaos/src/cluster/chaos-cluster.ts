import { writeFile } from 'node:fs/promises';
import { smallDisk, type SmallDisk, startArbalest, startEtcd, temporaryFolder, whyNoSmallDisk } from '@arbalest/test-kit';
import type { ChaosOptions, StateKind } from '../options.js';
import { etcdUnit } from './etcd-unit.js';
import { freePort } from './free-port.js';
import { leadingUrl } from './leading-url.js';
import { Unit } from './unit.js';

/** Real processes, each of which can be broken. */
export interface ChaosCluster extends AsyncDisposable {
  readonly schedulers: readonly Unit[];
  readonly executors: readonly Unit[];
  /** Members of etcd; none where the state is elsewhere. */
  readonly etcd: readonly Unit[];
  /** `http://host:port` of each of them. */
  readonly etcdEndpoints: readonly string[];
  /** Of all schedulers, in the same order. */
  readonly urls: readonly string[];
  /** The scheduler that leads; undefined while none does. */
  leader(): Promise<Unit | undefined>;
  /** A disk of little room, to which the last executor spills; the reason where there is none. */
  readonly disk: SmallDisk | string;
  /** Where a killed scheduler finds its state again. */
  readonly durable: boolean;
  /** Whether the clients call functions in containers. */
  readonly functions: boolean;
}

const THREADS = 1;
const MEMORY = '2GB';
const DISK_MEGABYTES = 256;
/** So little that exchanges are spilled to the small disk all the time. */
const SMALL_EXCHANGE = '1MB';
const ETCD_MEMBERS = 3;
const START_MS = 60_000;

/** @param onDeath called when a process ended that nobody had killed, or ended badly */
export async function startChaosCluster(
  options: Pick<ChaosOptions, 'state' | 'schedulers' | 'executors' | 'functions'>,
  onDeath: (what: string) => void,
): Promise<ChaosCluster> {
  const folder = await temporaryFolder('arbalest-chaos-');
  const noDisk = options.executors < 2 ? 'the only executor must have room' : await whyNoSmallDisk();
  const disk = noDisk ?? (await smallDisk(DISK_MEGABYTES));
  await writeFile(folder.file('arbalest.config.json'), JSON.stringify({ dataDirectory: 'data', log: { level: 'info' } }));

  const ports = await Promise.all(Array.from({ length: options.schedulers }, freePort));
  const urls = ports.map((port) => `grpc://127.0.0.1:${port}`);
  const members = options.state === 'etcd' ? await startEtcd({ members: ETCD_MEMBERS }) : undefined;
  const etcd = (members?.members ?? []).map((_, index) => etcdUnit(members!, index, onDeath));
  const state = stateFlag(options.state, folder.file('state'), members?.endpoints ?? []);
  const schedulers = ports.map((port, i) => schedulerUnit(`scheduler-${i + 1}`, port, state, folder.path, onDeath));
  const executors = Array.from({ length: options.executors }, (_, i) => {
    const spill = i === options.executors - 1 && typeof disk !== 'string' ? disk.path : undefined;
    return executorUnit(`executor-${i + 1}`, urls, folder.path, spill, onDeath);
  });
  const stop = async (): Promise<void> => {
    await Promise.all([...executors, ...schedulers].map((unit) => unit.end()));
    await Promise.all(etcd.map((unit) => unit.end()));
    await members?.[Symbol.asyncDispose]();
    if (typeof disk !== 'string') await disk[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  };
  try {
    await Promise.all([...etcd, ...schedulers].map((unit) => unit.start()));
    await Promise.all(executors.map((unit) => unit.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    schedulers,
    executors,
    etcd,
    etcdEndpoints: members?.endpoints ?? [],
    urls,
    leader: async () => {
      const url = await leadingUrl(urls);
      return url === undefined ? undefined : schedulers[urls.indexOf(url)];
    },
    disk,
    durable: options.state !== 'memory',
    functions: options.functions,
    [Symbol.asyncDispose]: stop,
  };
}

/** As `--state` takes it. */
function stateFlag(kind: StateKind, folder: string, endpoints: readonly string[]): string {
  switch (kind) {
    case 'memory':
      return 'memory';
    case 'lmdb':
      return `lmdb:${folder}`;
    case 'etcd':
      return `etcd://${endpoints.map((endpoint) => new URL(endpoint).host).join(',')}/chaos`;
  }
}

function schedulerUnit(name: string, port: number, state: string, cwd: string, onDeath: (what: string) => void): Unit {
  const launch = async () => {
    const process = startArbalest(['scheduler', '--port', String(port), '--state', state], { cwd });
    await process.line(/grpc:\/\//, START_MS);
    return process;
  };
  return new Unit(name, launch, onDeath);
}

function executorUnit(
  name: string,
  urls: readonly string[],
  cwd: string,
  spill: string | undefined,
  onDeath: (what: string) => void,
): Unit {
  const env: Record<string, string> =
    spill === undefined ? {} : { ARBALEST_EXCHANGE__MEMORY: SMALL_EXCHANGE, ARBALEST_EXCHANGE__SPILL_DIRECTORY: spill };
  const args = ['executor', '--scheduler', urls.join(','), '--threads', String(THREADS), '--memory', MEMORY];
  const launch = async () => {
    const process = startArbalest(args, { cwd, env });
    await process.line(/^executor /, START_MS);
    return process;
  };
  return new Unit(name, launch, onDeath);
}
