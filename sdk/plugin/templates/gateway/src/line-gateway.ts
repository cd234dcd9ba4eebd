import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { toArbalestError, userError, type Gateway, type GatewayAddress, type SqlResultPart, type SqlService } from '@arbalest/spi';
import { jsonRows } from './json-rows.js';

export interface LineGatewayConfig {
  readonly host: string;
  /** 0 = any free one. */
  readonly port: number;
  /** Bytes of a statement at the most. */
  readonly statementBytes: number;
}

/**
 * SQL over HTTP: POST a statement, and its rows come back as lines, a JSON array each. An error before the first row has a status of its own; a later
 * one is the last line, an object.
 */
export class LineGateway implements Gateway {
  readonly id = 'plugin-name';
  private readonly server = createServer((request, response) => void this.answer(request, response));
  private readonly running = new Set<AbortController>();
  private stopping = false;

  constructor(
    private readonly config: LineGatewayConfig,
    private readonly sql: SqlService,
  ) {}

  async start(): Promise<GatewayAddress> {
    this.server.listen(this.config.port, this.config.host);
    await once(this.server, 'listening');
    const { address, family, port } = this.server.address() as AddressInfo;
    return { url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}` };
  }

  async stop(signal: AbortSignal): Promise<void> {
    this.stopping = true;
    const end = () => {
      for (const controller of this.running) controller.abort();
    };
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    await closed;
    signal.removeEventListener('abort', end);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const controller = new AbortController();
    this.running.add(controller);
    // Also when the client leaves before the end.
    response.on('close', () => controller.abort());
    // A connection that stays open would keep `stop` waiting.
    response.setHeader('connection', 'close');
    try {
      if (this.stopping) throw userError('STOPPING', 'The server is stopping; ask another one');
      await this.run(await this.statementIn(request), response, controller.signal);
    } catch (thrown) {
      const { code, message, family } = toArbalestError(thrown);
      if (!response.headersSent) response.writeHead(family === 'user' ? 400 : 500, { 'content-type': 'application/x-ndjson' });
      response.end(`${JSON.stringify({ error: { code, message } })}\n`);
    } finally {
      this.running.delete(controller);
    }
  }

  private async statementIn(request: IncomingMessage): Promise<string> {
    if (request.method !== 'POST') throw userError('METHOD', `Send a statement with POST, not with ${request.method}`);
    if (Number(request.headers['content-length'] ?? 0) > this.config.statementBytes)
      throw userError('STATEMENT_TOO_LARGE', `A statement has ${this.config.statementBytes} bytes at the most`);
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      if ((bytes += chunk.byteLength) > this.config.statementBytes) request.destroy();
    });
    return text(request);
  }

  private async run(sql: string, response: ServerResponse, signal: AbortSignal): Promise<void> {
    const session = { session: await this.sql.openSession({ client: this.id }, signal) };
    try {
      const parts = new Map<number, SqlResultPart>();
      for await (const event of this.sql.execute(session, { sql }, signal))
        // A part that was lost and made anew comes again.
        if (event.kind === 'part') parts.set(event.part.index, event.part);
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      for (const [, part] of [...parts].sort(([a], [b]) => a - b)) {
        for await (const lines of jsonRows(await this.sql.read(part, signal)))
          // The next rows are taken when the client has room for them.
          if (!response.write(lines)) await once(response, 'drain', { signal });
      }
      response.end();
    } finally {
      await this.sql.closeSession(session);
    }
  }
}
