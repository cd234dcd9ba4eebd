import { ArbalestError, isArbalestError } from './client-error.js';
import { Connection } from './connection.js';
import { embeddedTransport, type EmbeddedOptions } from './embedded.js';
import type { ClientTls } from './grpc-transport.js';
import { isLocal, parseSchedulerUrl } from './scheduler-url.js';
import type { SessionOptions } from './session.js';

export interface RemoteOptions extends SessionOptions {
  readonly tls?: ClientTls;
  /** How long to try, while the scheduler does not answer. @default 3000 */
  readonly connectTimeoutMs?: number;
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
  tls: true,
  connectTimeoutMs: true,
  bufferBytes: true,
  signal: true,
} satisfies Record<keyof RemoteOptions, true>;

const CONNECT_TIMEOUT_MS = 3_000;
const RETRY_PAUSE_MS = 200;

/**
 * Connects to a scheduler at `grpc://host:port`, `grpc+tls://host:port` or `grpc+unix:///path`; without a URL, starts a scheduler and its
 * executors within this process (needs the package `@arbalest/server`).
 *
 *     await using db = await connect({ executors: 2 });
 *     const rows = await db.sql("SELECT count(*) AS n FROM 'flights/*.parquet' WHERE delay > $1", [60]).toArray();
 *
 * @throws user errors `CONNECT_URL`, `CONNECT_OPTION`; transient error `SCHEDULER_UNREACHABLE`
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
  const { target, secure } = parseSchedulerUrl(url);
  const { GrpcTransport } = await import('./grpc-transport.js');
  const { settings, tls = {}, bufferBytes, signal, connectTimeoutMs = CONNECT_TIMEOUT_MS } = options;
  // A folder of this machine means something to a scheduler only if it runs here.
  const baseDirectory = options.baseDirectory ?? (isLocal(target) ? process.cwd() : undefined);
  const deadline = Date.now() + connectTimeoutMs;
  for (;;) {
    try {
      const transport = new GrpcTransport({ url, target, secure, tls, bufferBytes });
      return await Connection.open(transport, { settings, baseDirectory }, signal);
    } catch (error) {
      if (!isUnreachable(error) || Date.now() + RETRY_PAUSE_MS > deadline) throw error;
      await pause(RETRY_PAUSE_MS, signal);
    }
  }
}

/** In plain JavaScript nobody else says that a name is misspelt. */
function checkOptions(options: object, known: Readonly<Record<string, true>>): void {
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(known, name));
  if (unknown === undefined) return;
  throw new ArbalestError('user', 'CONNECT_OPTION', `connect() has no option "${unknown}"; it has: ${Object.keys(known).join(', ')}`);
}

function isUnreachable(error: unknown): boolean {
  return isArbalestError(error) && error.code === 'SCHEDULER_UNREACHABLE';
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      if (signal?.aborted) reject(signal.reason as Error);
      else resolve();
    }
  });
}
