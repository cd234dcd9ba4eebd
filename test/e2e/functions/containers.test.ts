import { connect, type Connection, type Session } from '@arbalest/client';
import {
  benchmarkData,
  canonicalRowsOfArrow,
  compareRows,
  duckdbOracle,
  functionImage,
  whyNoDockerEngine,
  type DuckDbOracle,
} from '@arbalest/test-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainCalls, QUERIES, userCalls } from './queries.js';

const BUILD_MS = 900_000;
const why = await whyNoDockerEngine();
if (why !== undefined) console.warn(`Functions in containers are not tested: ${why}`);

describe.skipIf(why !== undefined).each(['python', 'java', 'cpp'] as const)(
  'functions in %s, in containers, on two executors',
  (language) => {
    let oracle: DuckDbOracle;
    let db: Connection;
    let session: Session;

    beforeAll(async () => {
      const image = await functionImage(language);
      const data = await benchmarkData('tpch', 0.01);
      oracle = await duckdbOracle({ tables: Object.fromEntries(data.tables.map((table) => [table, data.file(table)])) });
      db = await connect({ executors: 2, threads: 1 });
      session = await db.session({ settings: { 'planner.small_query_bytes': '0' } });
      for (const table of data.tables)
        await session.sql(`CREATE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '${data.file(table)}'`).run();
      await session.sql(`CREATE FUNCTIONS FROM IMAGE '${image}' AS ${language}`).run();
    }, BUILD_MS);

    afterAll(async () => {
      await db?.close();
      await oracle?.[Symbol.asyncDispose]();
    });

    test.each(QUERIES)(
      '%s',
      async (_what, sql) => {
        const actual = canonicalRowsOfArrow(await session.sql(sql(userCalls(language))).toTable());
        const { difference } = compareRows(actual, await oracle.rows(sql(plainCalls)));
        expect(difference).toBeUndefined();
      },
      60_000,
    );

    test('a row that fails fails its statement, with the arguments, the position and the traceback', async () => {
      const statement = `SELECT ${language}_fail_on(n_nationkey) FROM nation`;
      await expect(session.sql(statement).run()).rejects.toMatchObject({
        code: 'FUNCTION_FAILED',
        message: expect.stringMatching(new RegExp(`"${language}_fail_on".*\\[7\\].*bad value 7`, 's')) as string,
        details: { position: 7 },
      });
    });

    test('what a function writes to its log is shown, with its name, by its next call at the latest', async () => {
      const log = async () => {
        await session.sql(`SELECT ${language}_log_text('seen in the log')`).run();
        return session.sql(`SHOW FUNCTION LOGS ${language}_log_text`).toArray();
      };
      await expect
        .poll(log, { timeout: 20_000 })
        .toContainEqual(expect.objectContaining({ function: `${language}_log_text`, text: 'seen in the log' }));
      expect(await log()).not.toContainEqual(expect.objectContaining({ text: expect.stringContaining('listening on') as string }));
    });

    test('or is NULL, or goes to a table of failed rows', async () => {
      const image = `arbalest/conformance-${language}`;
      const create = (name: string, policy: string): Promise<unknown> =>
        session
          .sql(
            `CREATE FUNCTION ${name}(value INTEGER) RETURNS INTEGER LANGUAGE ${language} AS IMAGE '${image}' HANDLER 'fail_on' WITH (on_error = ${policy})`,
          )
          .run();
      await create(`${language}_or_null`, `'null'`);
      await create(`${language}_or_table`, `'table', error_table = '${language}_failures'`);
      const counts = async (name: string) =>
        canonicalRowsOfArrow(await session.sql(`SELECT count(*), count(${name}(n_nationkey)) FROM nation`).toTable());
      expect(await counts(`${language}_or_null`)).toEqual([['25', '24']]);
      expect(await counts(`${language}_or_table`)).toEqual([['25', '24']]);
      const failures = await session.sql(`SELECT arguments, message FROM ${language}_failures`).toArray();
      expect(failures).toEqual([{ arguments: '[7]', message: expect.stringContaining('bad value 7') as string }]);
      await session.sql(`DROP TABLE ${language}_failures`).run();
    });
  },
);
