import { ArbalestError } from './client-error.js';
import type { LoginOptions } from './call-credentials.js';
import { Connection } from './connection.js';
import { embeddedTransport, type EmbeddedOptions } from './embedded.js';
import type { ClientTls } from './scheduler-link.js';
import { isLocal, parseSchedulerUrls } from './scheduler-url.js';
import type { SessionOptions } from './session.js';

export interface RemoteOptions extends SessionOptions, LoginOptions {
  /** For addresses with TLS. */
  readonly tls?: ClientTls;
  /** How long to try, while no scheduler that leads answers. @default 3000, and 10000 with several schedulers */
  readonly connectTimeoutMs?: number;
  /** How long a scheduler that leads is looked for when the connection has been lost. Statements go on after that. @default 30000 */
  readonly reconnectTimeoutMs?: number;
  /** Bytes of a result that wait in this process for a slow consumer, and one batch more. @default 8 MiB */
  readonly bufferBytes?: number;
  readonly signal?: AbortSignal;
}

export type LocalOptions = SessionOptions & EmbeddedOptions;

const SESSION_OPTIONS = { settings: true, baseDirectory: true } satisfies Record<keyof SessionOptions, true>;
const LOCAL_OPTIONS = {
  ...SESSION_OPTIONS,
  executors: true,
  threads: true,
  memory: true,
  config: true,
  cwd: true,
} satisfies Record<keyof LocalOptions, true>;
const REMOTE_OPTIONS = {
  ...SESSION_OPTIONS,
  token: true,
  user: true,
  password: true,
  tls: true,
  connectTimeoutMs: true,
  reconnectTimeoutMs: true,
  bufferBytes: true,
  signal: true,
} satisfies Record<keyof RemoteOptions, true>;

const CONNECT_TIMEOUT_MS = { one: 3_000, several: 10_000 };
const RECONNECT_TIMEOUT_MS = 30_000;

/**
 * Connects to a scheduler at `grpc://host:port`, `grpc+tls://host:port` or `grpc+unix:///path`; to the one that leads of several, with
 * commas between them. Without a URL, starts a scheduler and its executors within this process (needs the package `@arbalest/server`).
 *
 *     await using db = await connect({ executors: 2 });
 *     const rows = await db.sql("SELECT count(*) AS n FROM 'flights/*.parquet' WHERE delay > $1", [60]).toArray();
 *
 * A cluster with users wants `user` and `password`, one with a token that; `tls` has the authorities to trust and a certificate to show.
 *
 * @throws user errors `CONNECT_URL`, `CONNECT_OPTION`, `LOGIN_FAILED`; transient errors `SCHEDULER_UNREACHABLE`, `NO_LEADER`
 */
export function connect(url: string, options?: RemoteOptions): Promise<Connection>;
export function connect(options?: LocalOptions): Promise<Connection>;
export function connect(where?: string | LocalOptions, options?: RemoteOptions): Promise<Connection> {
  return typeof where === 'string' ? connectRemote(where, options) : connectEmbedded(where);
}

async function connectEmbedded(options: LocalOptions = {}): Promise<Connection> {
  checkOptions(options, LOCAL_OPTIONS);
  const { settings, baseDirectory = process.cwd(), ...server } = options;
  return Connection.open(await embeddedTransport(server), { settings, baseDirectory });
}

async function connectRemote(url: string, options: RemoteOptions = {}): Promise<Connection> {
  checkOptions(options, REMOTE_OPTIONS);
  const urls = parseSchedulerUrls(url);
  const [{ GrpcTransport }, { CallCredentials }] = await Promise.all([import('./grpc-transport.js'), import('./call-credentials.js')]);
  const { token, user, password, settings, tls = {}, bufferBytes, signal, reconnectTimeoutMs = RECONNECT_TIMEOUT_MS } = options;
  const connectTimeoutMs = options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS[urls.length > 1 ? 'several' : 'one'];
  // A folder of this machine means something to a scheduler only if it runs here.
  const baseDirectory = options.baseDirectory ?? (urls.every(({ target }) => isLocal(target)) ? process.cwd() : undefined);
  const credentials = new CallCredentials({ token, user, password });
  const transport = new GrpcTransport({ urls, tls, credentials, bufferBytes, connectTimeoutMs, reconnectTimeoutMs });
  return Connection.open(transport, { settings, baseDirectory }, signal);
}

/** In plain JavaScript nobody else says that a name is misspelt. */
function checkOptions(options: object, known: Readonly<Record<string, true>>): void {
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(known, name));
  if (unknown === undefined) return;
  throw new ArbalestError('user', 'CONNECT_OPTION', `connect() has no option "${unknown}"; it has: ${Object.keys(known).join(', ')}`);
}
