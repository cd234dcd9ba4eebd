import type { FunctionSource } from '@arbalest/spi';
import type { ServerLease, ServerPool, ServerRequest } from '../../server/function-server.js';
import { type PythonServer, type PythonServerOptions, startPythonServer } from './python-server.js';

/** A pool that runs one Python server for each source, and another when that one has gone. */
export class FakePool implements ServerPool {
  readonly requests: ServerRequest[] = [];
  readonly servers: PythonServer[] = [];
  readonly #live = new Map<string, Promise<PythonServer>>();
  readonly #options: PythonServerOptions;
  leases = 0;

  constructor(options: PythonServerOptions = {}) {
    this.#options = options;
  }

  async acquire(request: ServerRequest): Promise<ServerLease> {
    this.requests.push(request);
    const key = JSON.stringify(request.source);
    const before = await this.#live.get(key);
    const started = before === undefined || before.gone.aborted;
    if (started) this.#live.set(key, this.#start(request));
    const server = await this.#live.get(key)!;
    const since = server.lines.length;
    this.leases++;
    return { server, started, logLines: () => server.lines.slice(since), release: () => void this.leases-- };
  }

  resolve(source: FunctionSource): Promise<FunctionSource> {
    return Promise.resolve(source.kind === 'image' ? { ...source, digest: 'sha256:0' } : source);
  }

  [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.servers) server.stop();
    return Promise.resolve();
  }

  async #start({ declared }: ServerRequest): Promise<PythonServer> {
    const server = await startPythonServer({ ...this.#options, ...(declared === undefined ? {} : { declared }) });
    this.servers.push(server);
    return server;
  }
}
