import { ArbalestError } from './client-error.js';
import type { Transport } from './transport.js';

/** What `@arbalest/server` takes to start within this process. */
export interface EmbeddedOptions {
  /** @default 1 */
  readonly executors?: number;
  /** Threads of each executor. @default the machine's cores, divided among the executors */
  readonly threads?: number;
  /** Memory of each executor: bytes, or text such as `4GB`. @default the configured memory, divided among the executors */
  readonly memory?: number | string;
  /** Configuration, as in arbalest.config.json; goes before the file and the environment. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Folder where the search for arbalest.config.json begins. @default the working directory */
  readonly cwd?: string;
}

interface Server {
  readonly openEmbedded: (options: EmbeddedOptions) => Promise<Transport>;
}

/** Held in a variable so that neither the compiler nor a bundler takes it for a dependency: most clients connect to a server elsewhere. */
const SERVER_PACKAGE = '@arbalest/server';

export async function embeddedTransport(options: EmbeddedOptions): Promise<Transport> {
  const { openEmbedded } = await importServer();
  return openEmbedded(options);
}

async function importServer(): Promise<Server> {
  try {
    return (await import(SERVER_PACKAGE)) as Server;
  } catch (error) {
    if (!isMissing(error)) throw error;
    const message = `connect() without a URL runs a server in this process and needs the package ${SERVER_PACKAGE}, which is not installed`;
    throw new ArbalestError(
      'user',
      'SERVER_NOT_INSTALLED',
      message,
      { notes: [`npm install ${SERVER_PACKAGE}, or connect('grpc://host:port')`] },
      { cause: error },
    );
  }
}

function isMissing(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ERR_MODULE_NOT_FOUND' && message.includes(`'${SERVER_PACKAGE}'`);
}
