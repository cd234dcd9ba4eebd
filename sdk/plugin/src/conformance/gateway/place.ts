import type { GatewayAddress } from '@arbalest/spi';
import { userError } from '@arbalest/spi';
import { within } from '../deadline.js';
import { never } from '../never.js';
import { ROWS } from './scripted-results.js';
import { ScriptedSqlService } from './scripted-sql-service.js';
import type { GatewayClient, GatewaySubject, OpenGateway } from './subject.js';

export const MESSAGE = 'There is no such thing as a wrong statement';

/** A started gateway over a scripted service. */
export class GatewayPlace implements AsyncDisposable {
  readonly #clients: GatewayClient[] = [];
  #stopped?: Promise<void>;

  private constructor(
    readonly subject: GatewaySubject,
    readonly sql: ScriptedSqlService,
    readonly open: OpenGateway,
    readonly address: GatewayAddress,
  ) {}

  static async start(subject: GatewaySubject): Promise<GatewayPlace> {
    const sql = new ScriptedSqlService({
      numbers: { parts: [ROWS] },
      others: { parts: [ROWS.slice(10, 20)] },
      nothing: { parts: [] },
      parts: { parts: [ROWS.slice(0, 300), ROWS.slice(300, 301), ROWS.slice(301)], announced: [2, 0, 1] },
      remade: { parts: [ROWS.slice(0, 500), ROWS.slice(500)], announced: [0, 1, 1] },
      wrong: { parts: [], error: userError('BIND', MESSAGE, { position: 7 }) },
      slow: { parts: [ROWS], waits: true },
      endless: { parts: [undefined] },
    });
    const open = await subject.open(sql);
    return new GatewayPlace(subject, sql, open, await within('Starting', open.gateway.start(), 60_000));
  }

  async client(): Promise<GatewayClient> {
    const client = await this.subject.connect(this.address);
    this.#clients.push(client);
    return client;
  }

  /** Stops it once. */
  stop(signal: AbortSignal = never): Promise<void> {
    return (this.#stopped ??= this.open.gateway.stop(signal));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.sql.proceed();
    await Promise.allSettled(this.#clients.map((client) => client.close()));
    await within('Stopping', this.stop(AbortSignal.timeout(5_000)), 60_000);
    await this.open.close?.();
  }
}
