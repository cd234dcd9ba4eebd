import { connect, type Connection } from '@arbalest/client';
import { builtImage, whyNoDockerEngine } from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BUILD_MS = 600_000;
const why = await whyNoDockerEngine();
if (why !== undefined) console.warn(`Attacks from containers are not tested: ${why}`);

/** What a server answers, and how the statement ends. */
const ATTACKS: readonly (readonly [behaviour: string, code: string, text: RegExp])[] = [
  ['lie_about_the_schema', 'FUNCTION_ANSWER', /schema|type|column/i],
  ['zip_of_nulls', 'FUNCTION_ANSWER', /rows/],
  ['offsets_out_of_bounds', 'FUNCTION_ANSWER', /buffer|body/i],
  ['length_of_four_gigabytes', 'FUNCTION_ANSWER', /buffer|body/i],
  ['message_of_300_megabytes', 'FUNCTION_ANSWER', /larger|bytes|MiB/i],
  ['garbage', 'FUNCTION_ANSWER', /./],
  ['answer_another_batch', 'FUNCTION_ANSWER', /batch/],
  ['answer_without_end', 'FUNCTION_ANSWER', /./],
  ['flood_of_errors', 'FUNCTION_ANSWER', /MiB|error/i],
  ['never_answer', 'FUNCTION_TIMEOUT', /1000 ms/],
  ['answer_late', 'FUNCTION_TIMEOUT', /1000 ms/],
  ['die_in_mid_batch', 'FUNCTION_DIED', /exit code 7|ended with 7|7/],
];

describe.skipIf(why !== undefined)('a container that does not answer as it should', () => {
  let db: Connection;
  let image: string;

  const create = (name: string, behaviour: string, memory: string, timeout: string): Promise<unknown> =>
    db
      .sql(
        `CREATE FUNCTION ${name}(value BIGINT) RETURNS BIGINT LANGUAGE python AS IMAGE '${image}' HANDLER '${behaviour}' WITH (timeout = '${timeout}', memory = '${memory}')`,
      )
      .run();

  beforeAll(async () => {
    image = await builtImage('attacks');
    db = await connect({ executors: 1, threads: 1 });
    // Another memory is another container.
    await create('neighbour', 'echo', '300MB', '30s');
    for (const [behaviour, code] of ATTACKS) await create(behaviour, behaviour, '900MB', code === 'FUNCTION_TIMEOUT' ? '1s' : '30s');
  }, BUILD_MS);

  afterAll(async () => {
    await db?.close();
  });

  /** Asks over and over until the attack is over, so that some statements run while it goes on. */
  async function neighbourUntil(over: Promise<unknown>): Promise<number> {
    let ended = false;
    void over.finally(() => (ended = true)).catch(() => undefined);
    let asked = 0;
    do {
      const rows = await db.sql('SELECT sum(neighbour(i)) AS total FROM range(1000) t(i)').toArray();
      expect(Number(rows[0]!['total'])).toBe(499_500);
      asked += 1;
    } while (!ended);
    return asked;
  }

  test.each(ATTACKS)(
    '%s ends as %s for its own statement, while a neighbour goes on',
    async (behaviour, code, text) => {
      const attacked = db.sql(`SELECT sum(${behaviour}(i)) FROM range(1000) t(i)`).run();
      const [outcome, asked] = await Promise.all([attacked.catch((error: unknown) => error), neighbourUntil(attacked)]);
      expect(outcome).toMatchObject({ code, message: expect.stringMatching(text) as string });
      expect((outcome as Error).message).toContain(behaviour);
      expect(asked).toBeGreaterThan(0);
      const [row] = await db.sql('SELECT neighbour(42) AS answer').toArray();
      expect(Number(row!['answer'])).toBe(42);
    },
    60_000,
  );
});
