import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { type Gateway, type GatewayAddress, type SqlCaller, type SqlResultPart, type SqlService, toArbalestError } from '@arbalest/spi';
import { canonicalRowsOfArrow, recordBatches } from '../../testing/index.js';
import { Table } from 'apache-arrow';

/** A gateway as small as one can be that keeps all promises: a POST holds a statement, the answer is a JSON array on each line, and at the end `"end"`. */
export class HttpGateway implements Gateway {
  readonly id = 'http-lines';
  readonly #server: Server;
  readonly #running = new Set<Promise<void>>();
  readonly #abort = new AbortController();
  #isStopping = false;

  constructor(protected readonly sql: SqlService) {
    this.#server = createServer((request, response) => {
      if (this.#isStopping) return void response.writeHead(503, { connection: 'close' }).end('The gateway stops');
      const work = this.#answer(request, response).catch(() => void response.destroy());
      this.#running.add(work);
      void work.then(() => this.#running.delete(work));
    });
  }

  async start(): Promise<GatewayAddress> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return { url: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}` };
  }

  async stop(signal: AbortSignal): Promise<void> {
    this.#isStopping = true;
    const closed = new Promise<void>((resolve) => void this.#server.close(() => resolve()));
    this.#server.closeIdleConnections();
    const abort = () => this.#abort.abort();
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    await Promise.all(this.#running);
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sql = await text(request);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const session = { session: await this.sql.openSession({ client: this.id }) };
    try {
      await this.run(session, sql, response, AbortSignal.any([gone.signal, this.#abort.signal]));
    } catch (thrown) {
      const { code, message } = toArbalestError(thrown);
      if (response.headersSent) response.destroy();
      else response.writeHead(400).end(`${code}: ${message}`);
    } finally {
      await this.sql.closeSession(session);
    }
  }

  protected async run(session: SqlCaller, sql: string, response: ServerResponse, signal: AbortSignal): Promise<void> {
    const parts = new Map<number, SqlResultPart>();
    for await (const event of this.sql.execute(session, { sql }, signal))
      if (event.kind === 'part') parts.set(event.part.index, event.part);
    for (const part of this.inOrder([...parts.values()])) await this.send(part, response, signal);
    response.end('"end"\n');
  }

  protected inOrder(parts: SqlResultPart[]): readonly SqlResultPart[] {
    return parts.sort((a, b) => a.index - b.index);
  }

  protected async send(part: SqlResultPart, response: ServerResponse, signal: AbortSignal): Promise<void> {
    const { schema, batches } = await this.sql.read(part, signal);
    for await (const batch of batches) {
      const rows = canonicalRowsOfArrow(new Table(await recordBatches({ schema, batches: only(batch) })));
      const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
      if (!response.write(lines)) await once(response, 'drain', { signal });
    }
  }
}

async function* only<T>(item: T): AsyncGenerator<T> {
  yield item;
}
