import { FlightClients } from '@arbalest/executor';
import type { ArbalestConfig, Kernel } from '@arbalest/kernel';
import type { SchedulerApi } from '@arbalest/scheduler';
import { SQL_SERVICE, transientError } from '@arbalest/spi';
import { advertisedAddress } from './advertised-address.js';
import { FencedState } from './fenced-state.js';
import { type GrpcListener, listen } from './grpc-listener.js';
import { SchedulerHttp } from './http/scheduler-http.js';
import type { SchedulerMeasuring } from './http/scheduler-measuring.js';
import { createSchedulerServer } from './scheduler-server.js';
import { createSchedulerService } from './scheduler-service.js';
import { ClusterChannels } from './security/channels.js';
import { ClusterSqlService } from './sql-service/cluster-sql-service.js';
import { Gateways, type OpenGateway } from './sql-service/gateways.js';
import { LeaderScheduler } from './sql-service/leader-scheduler.js';
import { mountScheduler } from './security/mount-scheduler.js';
import { type MadeUpToken, ProcessSecurity } from './security/process-security.js';
import { startKernel } from './start-kernel.js';
import { stateChoice } from './state-choice.js';

/** A scheduler that listens. Executors and clients come to `url`. */
export interface RunningScheduler extends AsyncDisposable {
  readonly url: string;
  /** Other ways in, as plugins offer them. */
  readonly gateways: readonly OpenGateway[];
  readonly service: SchedulerApi;
  /** Where it answers questions about its health; absent when it is not to. */
  readonly http: string | undefined;
  /** Whether it answers calls; otherwise it stands by for the one at `leader`. */
  readonly leads: boolean;
  readonly leader: string | undefined;
  /** Rejects when it cannot go on, e.g. because another process has taken its state. */
  readonly failed: Promise<never>;
  /** The first half of `stop`: the other ways in are closed, and no statement runs any more; executors can still be heard. Idempotent. */
  leave(drainMs?: number): Promise<void>;
  /**
   * Refuses new statements and lets running ones end for `drainMs`. What then still runs is cancelled when the state is in memory; otherwise the scheduler that
   * leads next goes on with it. Idempotent. @default 0
   */
  stop(drainMs?: number): Promise<void>;
}

/** What answers the calls. */
interface Served {
  readonly service: SchedulerApi;
  readonly leads: () => boolean;
  readonly leader: () => string | undefined;
  readonly failed: Promise<never>;
  /** Resolves when it leads, or knows who does. */
  readonly begin: () => Promise<void>;
}

/** All that is to be stopped. */
interface Parts {
  readonly kernel: Kernel;
  readonly served: Served;
  readonly listener: GrpcListener;
  readonly gateways: Gateways;
  readonly sql: ClusterSqlService;
  readonly http: SchedulerHttp;
}

/** How long open calls may take to end once nothing runs any more. */
const CLOSE_CALLS_MS = 500;
/** How long a scheduler may take until it leads or knows who does. */
const START_MS = 60_000;
/** Where a scheduler that has not been told otherwise keeps its state: in the data directory. */
const DEFAULT_STATE = 'lmdb';

/** @param made a token in place of one in the configuration */
export async function startScheduler(config: ArbalestConfig, made?: MadeUpToken): Promise<RunningScheduler> {
  const choice = stateChoice(config.scheduler.state ?? DEFAULT_STATE);
  const fenced = new FencedState();
  const alone = choice.plugin === 'memory';
  const sql = new ClusterSqlService();
  const security = new ProcessSecurity(config, made);
  const kernel = await startKernel(config, {
    role: 'scheduler',
    state: choice,
    provide: (offer) => {
      offer(SQL_SERVICE, sql);
      security.offer(offer);
    },
    ...(alone ? {} : { decorate: fenced.decorate }),
  });
  const gateways = new Gateways(kernel);
  const http = await SchedulerHttp.create(config);
  let stop = () => kernel.stop();
  try {
    await security.open(kernel);
    let address = '';
    const served = alone ? await servedAlone(kernel, http.measuring) : servedByLeader(kernel, fenced, () => address, http.measuring);
    stop = () => served.service.stop().then(() => kernel.stop());
    const { host, port, advertise } = config.scheduler;
    const listener = await listen({ host, port, what: 'The scheduler' }, security, (server) =>
      mountScheduler(server, served.service, security),
    );
    const parts: Parts = { kernel, served, listener, gateways, sql, http };
    stop = () => stopAll(parts, 0);
    await http.serve(kernel, served, security);
    address = advertisedAddress(listener, advertise);
    await begun(served, config.scheduler.state ?? DEFAULT_STATE);
    const channels = new ClusterChannels(security);
    const leader = alone ? served.service : new LeaderScheduler({ local: served.service, channels });
    sql.connect(leader, new FlightClients({ tls: channels.tls }));
    await gateways.start();
    kernel.log.info('Scheduler is ready', { url: listener.url, leads: served.leads() });
    return running(parts);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Nobody else can see what is in this process's memory: it leads, and needs no lease for that. */
async function servedAlone(kernel: Kernel, measuring: SchedulerMeasuring | undefined): Promise<Served> {
  const service = await createSchedulerService(kernel, measuring?.observer);
  measuring?.began(service, 0);
  const never = new Promise<never>(() => {});
  return { service, leads: () => true, leader: () => undefined, failed: never, begin: () => Promise.resolve() };
}

function servedByLeader(kernel: Kernel, fenced: FencedState, address: () => string, measuring: SchedulerMeasuring | undefined): Served {
  const server = createSchedulerServer(kernel, fenced, address, measuring);
  return {
    service: server,
    leads: () => server.leads,
    leader: () => server.leader,
    failed: server.failed,
    begin: () => server.start(),
  };
}

async function begun(served: Served, state: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const error = transientError(
      'STATE_UNREACHABLE',
      `The state in ${state} could not be reached within ${START_MS / 1000} s; is it running there?`,
    );
    timer = setTimeout(() => reject(error), START_MS);
  });
  try {
    await Promise.race([served.begin(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function running(parts: Parts): RunningScheduler {
  const { listener, gateways, http } = parts;
  const { service, leads, leader, failed } = parts.served;
  let stopped: Promise<void> | undefined;
  const stop = (drainMs = 0) => (stopped ??= stopAll(parts, drainMs));
  return {
    url: listener.url,
    gateways: gateways.open,
    http: http.url,
    service,
    failed,
    leave: (drainMs = 0) => leave(parts, drainMs),
    stop,
    get leads() {
      return leads();
    },
    get leader() {
      return leader();
    },
    [Symbol.asyncDispose]: () => stop(),
  };
}

/** Executors may still leave in good order afterwards. */
async function leave({ served: { service }, gateways, sql, http }: Parts, drainMs: number): Promise<void> {
  const signal = AbortSignal.timeout(drainMs);
  http.stopping();
  await gateways.stop(signal);
  sql.close();
  await service.stop(drainMs > 0 ? { drain: true, signal } : {});
}

async function stopAll(parts: Parts, drainMs: number): Promise<void> {
  const { kernel, listener, http } = parts;
  await leave(parts, drainMs);
  await listener.stop(CLOSE_CALLS_MS);
  await http.stop();
  await kernel.stop();
}
