import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { IncomingMessage } from 'node:http';
import type { GatewayAddress } from '@arbalest/spi';
import type { CanonicalRow } from '../../testing/index.js';
import type { GatewayClient } from '../index.js';

/** Asks an `HttpGateway`. */
export function httpGatewayClient({ url }: GatewayAddress): GatewayClient {
  async function* stream(sql: string, signal?: AbortSignal): AsyncGenerator<readonly CanonicalRow[]> {
    const response = await answerTo(url, sql, signal);
    try {
      for await (const line of createInterface({ input: response })) {
        if (line === '"end"') return;
        yield [JSON.parse(line) as CanonicalRow];
      }
      throw new Error('The answer broke off');
    } finally {
      response.destroy();
    }
  }
  return {
    stream,
    async query(sql, signal) {
      const rows: CanonicalRow[] = [];
      for await (const some of stream(sql, signal)) rows.push(...some);
      return rows;
    },
    close: () => Promise.resolve(),
  };
}

async function answerTo(url: string, sql: string, signal?: AbortSignal): Promise<IncomingMessage> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const asking = request(url, { method: 'POST', agent: false, ...(signal && { signal }) }, resolve);
    asking.on('error', reject);
    asking.end(sql);
  });
  if (response.statusCode !== 200) throw new Error(await text(response));
  return response;
}
