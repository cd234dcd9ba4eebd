import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { addUser } from '@arbalest/authenticator-file';
import { connect, type Connection } from '@arbalest/client';
import {
  type Cluster,
  duckdbOracle,
  type DuckDbOracle,
  runCli,
  startCluster,
  temporaryFolder,
  type TemporaryFolder,
} from '@arbalest/test-kit';

const OPEN_MS = 30_000;
const CANCEL_MS = 30_000;
const FILES = 3;
const ROWS = 3000;

/** What a client is told: where the cluster is, how to get in, and the files of the tables that it finds there. */
export interface ClientPlace {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** File with the certificate of who signed the server's, PEM. */
  readonly authority: string;
  readonly tables: Readonly<Record<string, string>>;
}

type Login = Pick<ClientPlace, 'user' | 'password' | 'authority'>;

/** A scheduler with Flight SQL and two executors, with TLS, a token between them, and users; the table `orders` and the view `recent_orders`; and plain DuckDB over the same files. */
export interface ClientCluster extends AsyncDisposable {
  readonly place: ClientPlace;
  /** What plain DuckDB answers, every value as text. */
  text(sql: string): Promise<(string | null)[][]>;
  /** Of the last job with this text in it: `yes` once the cluster shows it as cancelled, otherwise how it stands when it has not been for half a minute. */
  stateAfterCancel(sql: string): Promise<string>;
}

export async function startClientCluster(): Promise<ClientCluster> {
  const opened: AsyncDisposable[] = [];
  const open = async <T extends AsyncDisposable>(opening: Promise<T>): Promise<T> => {
    const thing = await opening;
    opened.push(thing);
    return thing;
  };
  const close = async (): Promise<void> => {
    for (const thing of opened.toReversed()) await thing[Symbol.asyncDispose]();
  };
  try {
    const folder = await open(temporaryFolder('arbalest-clients-'));
    const orders = await writeOrders(folder.file('orders'));
    const oracle = await open(duckdbOracle({ tables: { orders } }));
    const login = await protect(folder);
    const cluster = await open(startCluster({ cwd: folder.path }));
    const db = await open(connectTo(cluster.url, login));
    await makeTables(db, orders);
    const place = { uri: await gatewayOf(cluster), ...login, tables: { orders } };
    return {
      place,
      text: (sql) => textOf(oracle, sql),
      stateAfterCancel: (sql) => stateAfterCancel(db, sql),
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function textOf({ connection }: DuckDbOracle, sql: string): Promise<(string | null)[][]> {
  const reader = await connection.runAndReadAll(`SELECT COLUMNS(*)::VARCHAR FROM (${sql})`);
  return reader.getRows() as (string | null)[][];
}

/** Parquet files with NULLs, several types and a few values that repeat. Answers with their glob. */
async function writeOrders(folder: string): Promise<string> {
  await mkdir(folder);
  await using duckdb = await duckdbOracle();
  for (let i = 0; i < FILES; i++)
    await duckdb.run(`COPY (SELECT i AS id, 'customer ' || (i % 7) AS customer, (i % 1000 / 8)::DECIMAL(12, 2) AS amount,
      CASE WHEN i % 11 > 0 THEN i / 7 END AS score, TIMESTAMP '2024-01-01' + INTERVAL (i) MINUTE AS ordered_at, DATE '2024-01-01' + (i % 60)::INTEGER AS day,
      i % 3 = 0 AS paid FROM range(${i * ROWS}, ${(i + 1) * ROWS}) t(i)) TO '${join(folder, `${i}.parquet`)}' (FORMAT parquet)`);
  return join(folder, '*.parquet');
}

/** Writes what an operator writes: certificates, users, a token, the configuration. Files are only there for who is told. */
async function protect(folder: TemporaryFolder): Promise<Login> {
  const { code, stderr } = await runCli(['certs', 'init', '--directory', folder.file('certs')]);
  if (code !== 0) throw new Error(stderr);
  const login = { user: 'ada', password: randomUUID(), authority: folder.file('certs', 'ca.crt') };
  await addUser(folder.file('users.json'), { name: login.user, password: login.password, groups: [] });
  await writeFile(folder.file('token'), randomBytes(32).toString('hex'), { mode: 0o600 });
  const tls = { certificate: 'certs/server.crt', key: 'certs/server.key', authorities: 'certs/ca.crt' };
  const config = {
    security: { token: { file: 'token' }, tls },
    files: { roots: ['orders'] },
    http: { enabled: false },
    plugin: { flightsql: { port: 0 }, 'authenticator-file': { file: 'users.json' } },
  };
  await writeFile(folder.file('arbalest.config.json'), JSON.stringify(config));
  return login;
}

async function connectTo(url: string, { user, password, authority }: Login): Promise<Connection> {
  return connect(url, { user, password, tls: { authorities: await readFile(authority) } });
}

async function makeTables(db: Connection, orders: string): Promise<void> {
  await db.sql(`CREATE EXTERNAL TABLE orders STORED AS parquet LOCATION '${orders}'`).run();
  await db.sql(`CREATE VIEW recent_orders AS SELECT * FROM orders WHERE ordered_at >= TIMESTAMP '2024-01-05'`).run();
}

/** The scheduler's log says where Flight SQL listens. */
async function gatewayOf({ scheduler }: Cluster): Promise<string> {
  const deadline = Date.now() + OPEN_MS;
  for (;;) {
    const url = /"gateway":"flightsql","url":"([^"]+)"/.exec(scheduler.log())?.[1];
    if (url !== undefined) return url;
    if (Date.now() > deadline) throw new Error(`The scheduler says nothing of Flight SQL:\n${scheduler.log()}`);
    await sleep(20);
  }
}

async function stateAfterCancel(db: Connection, sql: string): Promise<string> {
  const deadline = Date.now() + CANCEL_MS;
  for (;;) {
    const job = (await db.jobs()).find((each) => each.sql.includes(sql));
    if (job?.state === 'cancelled') return 'yes';
    if (Date.now() > deadline) return job?.state ?? 'unknown';
    await sleep(100);
  }
}
