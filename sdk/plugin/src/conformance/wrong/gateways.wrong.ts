import type { ServerResponse } from 'node:http';
import type { SqlCaller, SqlResultPart } from '@arbalest/spi';
import { gatewayConformance } from '../index.js';
import { HttpGateway } from '../reference/http-gateway.js';
import { httpGatewayClient } from '../reference/http-gateway-client.js';

class GivesPartsAsTheyCome extends HttpGateway {
  protected override inOrder(parts: SqlResultPart[]): readonly SqlResultPart[] {
    return parts;
  }
}

class KeepsErrorsToItself extends HttpGateway {
  protected override async run(session: SqlCaller, sql: string, response: ServerResponse, signal: AbortSignal): Promise<void> {
    try {
      await super.run(session, sql, response, signal);
    } catch {
      throw new Error('Something went wrong');
    }
  }
}

class DoesNotCancel extends HttpGateway {
  protected override run(session: SqlCaller, sql: string, response: ServerResponse): Promise<void> {
    return super.run(session, sql, response, new AbortController().signal);
  }
}

class SendsAsFastAsItCan extends HttpGateway {
  protected override send(part: SqlResultPart, response: ServerResponse, signal: AbortSignal): Promise<void> {
    const write = response.write.bind(response);
    response.write = (chunk: string) => write(chunk, 'utf8') || true;
    return super.send(part, response, signal);
  }
}

class StopsAtOnce extends HttpGateway {
  override stop(): Promise<void> {
    return super.stop(AbortSignal.abort());
  }
}

for (const Wrong of [GivesPartsAsTheyCome, KeepsErrorsToItself, DoesNotCancel, SendsAsFastAsItCan, StopsAtOnce])
  gatewayConformance(Wrong.name, {
    open: (sql) => Promise.resolve({ gateway: new Wrong(sql) }),
    windowBytes: 12 * 1024 * 1024,
    connect: (address) => Promise.resolve(httpGatewayClient(address)),
  });
