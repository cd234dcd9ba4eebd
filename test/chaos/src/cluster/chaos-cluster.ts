import { writeFile } from 'node:fs/promises';
import { smallDisk, type SmallDisk, startArbalest, temporaryFolder, whyNoSmallDisk } from '@arbalest/test-kit';
import type { ChaosOptions } from '../options.js';
import { freePort } from './free-port.js';
import { Unit } from './unit.js';

/** Real processes, each of which can be broken. */
export interface ChaosCluster extends AsyncDisposable {
  readonly schedulers: readonly Unit[];
  readonly executors: readonly Unit[];
  /** Members of etcd; none where the state is elsewhere. */
  readonly etcd: readonly Unit[];
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
  const schedulers = ports.map((port, i) => schedulerUnit(`scheduler-${i + 1}`, port, folder.path, onDeath));
  const executors = Array.from({ length: options.executors }, (_, i) => {
    const spill = i === options.executors - 1 && typeof disk !== 'string' ? disk.path : undefined;
    return executorUnit(`executor-${i + 1}`, urls, folder.path, spill, onDeath);
  });
  const stop = async (): Promise<void> => {
    await Promise.all([...executors, ...schedulers].map((unit) => unit.end()));
    if (typeof disk !== 'string') await disk[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  };
  try {
    await Promise.all(schedulers.map((unit) => unit.start()));
    await Promise.all(executors.map((unit) => unit.start()));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    schedulers,
    executors,
    etcd: [],
    urls,
    leader: () => Promise.resolve(schedulers.find(({ state }) => state === 'up')),
    disk,
    durable: options.state !== 'memory',
    functions: options.functions,
    [Symbol.asyncDispose]: stop,
  };
}

function schedulerUnit(name: string, port: number, cwd: string, onDeath: (what: string) => void): Unit {
  const launch = async () => {
    const process = startArbalest(['scheduler', '--port', String(port)], { cwd });
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
