import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 20;

/** Runs one statement. @returns what is wrong with its answer */
export type Ask = (sql: string) => Promise<string | undefined>;

/** Statements of several clients, each of which runs one after the other until `end`. */
export class Load {
  /** What failed, or was answered wrongly. */
  readonly wrong: string[] = [];
  readonly #ended: number[];
  readonly #clients: Promise<unknown>;
  #isOver = false;

  constructor(
    private readonly statements: readonly { readonly number: number; readonly sql: string }[],
    asks: readonly Ask[],
  ) {
    this.#ended = asks.map(() => 0);
    this.#clients = Promise.all(asks.map((ask, client) => this.#run(ask, client)));
  }

  /** Resolves when each client has begun and ended a statement from now on. */
  async anotherOfEach(): Promise<void> {
    // The one that is under way counts as the first.
    const wanted = this.#ended.map((count) => count + 2);
    while (this.#ended.some((count, client) => count < wanted[client]!)) await sleep(POLL_MS);
  }

  /** Resolves when the last statement has ended. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#clients;
  }

  async #run(ask: Ask, client: number): Promise<void> {
    const step = Math.ceil(this.statements.length / this.#ended.length);
    for (let i = client * step; !this.#isOver; i++) {
      const { number, sql } = this.statements[i % this.statements.length]!;
      const said = await ask(sql).catch((error: unknown) => String(error));
      if (said !== undefined) this.wrong.push(`${number}: ${said}`);
      this.#ended[client]!++;
    }
  }
}
