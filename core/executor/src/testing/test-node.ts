import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, Executor, Randomness } from '@arbalest/spi';
import { silentLog } from '@arbalest/spi';
import { FlightServer } from '@arbalest/flight';
import { exchangeFlightHandler } from '../exchange/exchange-flight.js';
import { ExecutorNode } from '../executor-node.js';
import type { ExecutorNodeOptions } from '../executor-node-options.js';
import { decodeNamedPlan } from './fake-engine.js';
import { connectTo, FakeScheduler } from './fake-scheduler.js';

export const realClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  schedule(ms, callback) {
    // Node's timers may come a millisecond early.
    const timer = setTimeout(callback, Math.ceil(ms) + 1);
    return () => clearTimeout(timer);
  },
};

export const fixedRandomness: Randomness = { next: () => 0.5, id: (prefix) => `${prefix}1` };

export interface TestNode extends AsyncDisposable {
  readonly node: ExecutorNode;
  readonly scheduler: FakeScheduler;
  readonly address: string;
  readonly ended: Promise<void>;
  readonly folder: string;
}

let made = 0;

/** An executor with a Flight server, connected to a scheduler that the test plays: the first one, where there are several. */
export async function startTestNode(
  engine: Executor,
  options: Partial<ExecutorNodeOptions> = {},
  schedulers: Readonly<Record<string, FakeScheduler>> = { 'grpc://a': new FakeScheduler() },
): Promise<TestNode> {
  const scheduler = Object.values(schedulers)[0]!;
  const folder = await mkdtemp(join(tmpdir(), 'arbalest-node-'));
  let address = '';
  const node = new ExecutorNode({
    id: `node-${made++}`,
    address: () => address,
    threads: 1,
    memoryBytes: 64 * 1024 * 1024,
    spillDirectory: folder,
    engines: [engine],
    decodePlan: decodeNamedPlan,
    version: '0',
    clock: realClock,
    randomness: fixedRandomness,
    log: silentLog,
    ...options,
  });
  const server = await FlightServer.listen('grpc://127.0.0.1:0', exchangeFlightHandler(node));
  address = `grpc://127.0.0.1:${server.port}`;
  const ended = node.run(connectTo(schedulers), Object.keys(schedulers));
  ended.catch(() => undefined);
  const dispose = async (): Promise<void> => {
    await node.stop();
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { node, scheduler, address, ended, folder, [Symbol.asyncDispose]: dispose };
}
