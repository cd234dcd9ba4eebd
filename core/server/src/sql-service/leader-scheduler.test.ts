import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { addSchedulerServices, type SchedulerApi } from '@arbalest/scheduler';
import { type SqlEvent, transientError, userError } from '@arbalest/spi';
import { afterEach, expect, test } from 'vitest';
import { ClusterChannels } from '../security/channels.js';
import { ClusterSqlService } from './cluster-sql-service.js';
import { LeaderScheduler } from './leader-scheduler.js';
import type { SqlScheduler } from './sql-scheduler.js';

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

const signal = new AbortController().signal;

/** A scheduler that answers what a test wants; everything else is refused. */
function scheduler(answers: Partial<SchedulerApi>): SchedulerApi {
  const refuse = () => {
    throw userError('UNEXPECTED', 'The test expects no such call');
  };
  return new Proxy(answers, { get: (target, name) => target[name as keyof SchedulerApi] ?? refuse }) as SchedulerApi;
}

/** @returns its address */
async function served(api: SchedulerApi): Promise<string> {
  const server = new Server();
  addSchedulerServices(server, api);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  opened.push(() => server.forceShutdown());
  return `grpc://127.0.0.1:${port}`;
}

/** One that stands by, and says who leads. */
function standby(leader: () => string | undefined): SchedulerApi {
  const refuse = () => {
    const address = leader();
    throw transientError('NOT_LEADER', 'This scheduler does not lead', address ? { leader: address } : {});
  };
  const calls = ['openSession', 'execute', 'attachJob', 'describeStatement', 'listTables', 'cancelJob', 'releaseResult'];
  return scheduler(
    Object.fromEntries(calls.map((name) => [name, name === 'execute' || name === 'attachJob' ? refuse : async () => refuse()])),
  );
}

function service(local: SqlScheduler, patienceMs?: number): ClusterSqlService {
  const channels = new ClusterChannels({ files: undefined, token: undefined });
  const leader = new LeaderScheduler({ local: local as SchedulerApi, channels, ...(patienceMs === undefined ? {} : { patienceMs }) });
  const sql = new ClusterSqlService();
  sql.connect(leader);
  opened.push(() => sql.close());
  return sql;
}

async function* events(...list: object[]) {
  yield* list;
}

async function all(stream: AsyncIterable<SqlEvent>): Promise<string[]> {
  const seen: string[] = [];
  for await (const event of stream) seen.push(event.kind === 'part' ? `part ${event.part.index}/${event.part.attempt}` : event.kind);
  return seen;
}

const accepted = { accepted: { job: 'job-1' } };
const schema = { schema: { fields: '[]' } };
const part = (index: number, attempt = 0) => ({ part: { index, attempt, inline: { batches: [] } } });
const finished = { finished: { rows: 0 } };

test('a scheduler that stands by passes calls on to the one that leads, and errors back', async () => {
  const url = await served(
    scheduler({
      openSession: async ({ client }) => ({ session: `of ${client}` }),
      describeStatement: async () => {
        throw userError('COLUMN_NOT_FOUND', 'There is no such column', { position: 7 });
      },
      execute: () => events(accepted, schema, part(0), finished),
    }),
  );
  const sql = service(standby(() => url));
  expect(await sql.openSession({ client: 'a test' })).toBe('of a test');
  await expect(sql.describe({ session: 's' }, 'SELECT nope')).rejects.toMatchObject({ code: 'COLUMN_NOT_FOUND', details: { position: 7 } });
  expect(await all(sql.execute({ session: 's' }, { sql: 'SELECT 1' }, signal))).toEqual(['accepted', 'schema', 'part 0/0', 'finished']);
});

test('a call waits for a leader, as long as its patience lasts', async () => {
  const known: { leader?: string } = {};
  const sql = service(standby(() => known.leader));
  const session = sql.openSession({ client: 'a test' });
  known.leader = await served(scheduler({ openSession: async () => ({ session: 'found' }) }));
  expect(await session).toBe('found');
  await expect(
    service(
      standby(() => undefined),
      0,
    ).openSession({ client: 'a test' }),
  ).rejects.toMatchObject({ code: 'NOT_LEADER' });
});

test('a leader that says nothing is given up for the next one', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  opened.push(() => silent.close());
  let leader = `grpc://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const sql = service(standby(() => leader));
  const calls = [sql.openSession({ client: 'a test' }), all(sql.execute({ session: 's' }, { sql: 'SELECT 1' }, signal))];
  leader = await served(
    scheduler({ openSession: async () => ({ session: 'found' }), execute: () => events(accepted, schema, part(0), finished) }),
  );
  expect(await Promise.all(calls)).toEqual(['found', ['accepted', 'schema', 'part 0/0', 'finished']]);
});

test('events go on under the next leader where they were left under the one before', async () => {
  const keys: (string | null | undefined)[] = [];
  const next = await served(
    scheduler({
      execute: ({ key }) => {
        keys.push(key);
        return events(accepted, schema, part(0), part(0, 1), part(1), finished);
      },
    }),
  );
  let leads = true;
  const local = scheduler({
    execute: ({ key }) => {
      if (!leads) throw transientError('NOT_LEADER', 'No longer', { leader: next });
      keys.push(key);
      return (async function* () {
        yield* events(accepted, schema, part(0));
        leads = false;
        throw transientError('NOT_LEADER', 'No longer');
      })();
    },
  });
  const seen = await all(service(local).execute({ session: 's' }, { sql: 'SELECT 1' }, signal));
  expect(seen).toEqual(['accepted', 'schema', 'part 0/0', 'part 0/1', 'part 1/0', 'finished']);
  expect(new Set(keys).size).toBe(1);
});

test('a statement that the next leader takes for a new one fails', async () => {
  let calls = 0;
  const cancelled: (string | null | undefined)[] = [];
  const local = scheduler({
    execute: () => {
      const broken = { failed: { family: 'transient', code: 'SCHEDULER_STOPPED', message: 'stopped' } };
      return events({ accepted: { job: `job-${++calls}` } }, broken);
    },
    cancelJob: async ({ job }) => {
      cancelled.push(job);
      return { found: true };
    },
  });
  await expect(all(service(local).execute({ session: 's' }, { sql: 'INSERT …' }, signal))).rejects.toMatchObject({ code: 'JOB_LOST' });
  expect(cancelled).toEqual(['job-2']);
});

test('a reader that leaves cancels what it has begun, and what has ended by itself is left alone', async () => {
  const cancelled: (string | null | undefined)[] = [];
  const local = scheduler({
    execute: ({ sql }) => events(accepted, schema, ...(sql === 'short' ? [finished] : [part(0), part(1)])),
    cancelJob: async ({ job }) => {
      cancelled.push(job);
      return { found: true };
    },
  });
  const sql = service(local);
  await all(sql.execute({ session: 's' }, { sql: 'short' }, signal));
  expect(cancelled).toEqual([]);
  for await (const event of sql.execute({ session: 's' }, { sql: 'long' }, signal)) if (event.kind === 'part') break;
  expect(cancelled).toEqual(['job-1']);
});
