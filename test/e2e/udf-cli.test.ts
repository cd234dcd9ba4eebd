import { connect, type Connection } from '@arbalest/client';
import {
  benchmarkData,
  builtImage,
  canonicalRowsOfArrow,
  type Cluster,
  compareRows,
  duckdbOracle,
  functionImage,
  runCli,
  startCluster,
  temporaryFolder,
  type TemporaryFolder,
  whyNoDockerEngine,
} from '@arbalest/test-kit';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const BUILD_MS = 900_000;
const BASES = { python: ['udf-python'], java: ['udf-java-build', 'udf-java'], cpp: ['udf-cpp-build', 'udf-cpp'] } as const;
const LANGUAGES = ['python', 'java', 'cpp'] as const;
const why = await whyNoDockerEngine();
if (why !== undefined) console.warn(`The commands for functions are not tested with images: ${why}`);

/** The distributed query, with the functions of the templates and with what they are in SQL. */
const query = (plus: string, greet: string, mean: string): string => `
  SELECT ${greet} AS greeting, sum(${plus}) AS sum, ${mean} AS mean
  FROM orders GROUP BY ALL`;
const calls = (prefix: string): string =>
  query(
    `${prefix}_double_plus(o_orderkey, o_custkey)`,
    `${prefix}_greet(o_orderpriority)`,
    `${prefix}_harmonic_mean(o_totalprice::DOUBLE)`,
  );
const plain = query(
  'o_orderkey * 2 + o_custkey',
  `'Hello, ' || o_orderpriority || '!'`,
  'count(o_totalprice) / sum(1 / o_totalprice::DOUBLE)',
);

async function arbalest(folder: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, { cwd: folder, timeoutMs: BUILD_MS });
  expect(code, `arbalest ${args.join(' ')}\n${stdout}\n${stderr}`).toBe(0);
  return stdout;
}

/** The executors that ran tasks of a stage in which functions are called. */
async function executorsOfCalls(db: Connection, sql: string): Promise<readonly string[]> {
  const [row] = await db.sql(`EXPLAIN (ANALYZE, FORMAT json) ${sql}`).toArray();
  const { stages } = JSON.parse(String(Object.values(row!)[0])) as {
    stages: { functions?: unknown[]; tasks: { executor: string }[] }[];
  };
  const calling = stages.filter(({ functions = [] }) => functions.length > 0);
  return [...new Set(calling.flatMap(({ tasks }) => tasks.map(({ executor }) => executor)))];
}

describe.skipIf(why !== undefined)('from an empty folder to a distributed query', () => {
  let folder: TemporaryFolder;
  let cluster: Cluster;

  beforeAll(async () => {
    folder = await temporaryFolder();
    cluster = await startCluster({ executors: 2 });
  });

  afterAll(async () => {
    await cluster?.[Symbol.asyncDispose]();
    await folder?.[Symbol.asyncDispose]();
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    const name = `acme-${language}`;
    const prefix = `p_${language}`;

    test(
      'the project of udf init builds and passes as it is',
      async () => {
        for (const base of BASES[language]) await builtImage(base);
        expect(await arbalest(folder.path, 'udf', 'init', name, '--language', language)).toContain(`udf deploy ${name} `);
        expect(await arbalest(folder.file(name), 'udf', 'build')).toMatch(
          new RegExp(`^Built ${name}:latest in .*: sha256:[0-9a-f]{64}\n$`),
        );
        const tested = await arbalest(folder.file(name), 'udf', 'test');
        expect(tested).toMatch(/\n\d+ passed, 0 failed\n$/);
        for (const line of [
          'health is ready',
          'double_plus, example 1',
          'greet, example 2',
          'words, example 3',
          'harmonic_mean, example 4',
        ])
          expect(tested).toContain(`✓ ${line}\n`);
      },
      BUILD_MS,
    );

    test('udf describe lists what the image holds', async () => {
      const described = JSON.parse(await arbalest(folder.path, 'udf', 'describe', name, '--format', 'json')) as unknown[];
      expect(described).toMatchObject([
        { name: 'double_plus', kind: 'scalar', arguments: 'x BIGINT, y BIGINT', returns: 'BIGINT' },
        { name: 'greet', kind: 'scalar', arguments: 'name VARCHAR', returns: 'VARCHAR' },
        { name: 'harmonic_mean', kind: 'aggregate', arguments: 'value DOUBLE', returns: 'DOUBLE' },
        { name: 'words', kind: 'table', arguments: 'text VARCHAR', returns: 'TABLE(word VARCHAR, position INTEGER)' },
      ]);
    }, 120_000);

    test('udf deploy makes it callable in queries that both executors run, with the answers of plain DuckDB', async () => {
      const to = ['--connect', cluster.url];
      expect(await arbalest(folder.path, 'udf', 'deploy', name, ...to, '--prefix', prefix)).toContain(`${prefix}_double_plus`);
      const data = await benchmarkData('tpch', 0.01);
      await using oracle = await duckdbOracle({ tables: { orders: data.file('orders') } });
      await using db = await connect(cluster.url, { settings: { 'planner.small_query_bytes': '0' } });
      await db.sql(`CREATE EXTERNAL TABLE IF NOT EXISTS orders STORED AS parquet LOCATION '${data.file('orders')}'`).run();
      const rows = canonicalRowsOfArrow(await db.sql(calls(prefix)).toTable());
      expect(compareRows(rows, await oracle.rows(plain)).difference).toBeUndefined();
      expect(await executorsOfCalls(db, calls(prefix))).toHaveLength(2);
    }, 120_000);

    test(
      'udf logs shows what a function has written to its log',
      async () => {
        const to = ['--connect', cluster.url];
        await functionImage(language);
        await arbalest(folder.path, 'udf', 'deploy', `arbalest/conformance-${language}`, ...to, '--prefix', `c_${language}`);
        const name = `c_${language}_log_text`;
        const logs = (...options: string[]) => arbalest(folder.path, 'udf', 'logs', name, ...to, ...options);
        const logsOfOneMore = async () => {
          // The line of a call is shown with that of the next one at the latest.
          await arbalest(folder.path, 'sql', ...to, '-c', `SELECT ${name}('seen in the log')`);
          return JSON.parse(await logs('--format', 'json')) as unknown;
        };
        await expect
          .poll(logsOfOneMore, { timeout: 60_000 })
          .toContainEqual(expect.objectContaining({ function: name, text: 'seen in the log' }));
        expect(await logs()).toMatch(/ seen in the log +│/);
      },
      BUILD_MS,
    );
  });

  test('udf list, stats and errors tell what the cluster has of them', async () => {
    const to = ['--connect', cluster.url];
    const [list, perFunction, stats, errors] = await Promise.all([
      arbalest(folder.path, 'udf', 'list', ...to),
      arbalest(folder.path, 'udf', 'stats', 'p_java_greet', ...to, '--format', 'json'),
      arbalest(folder.path, 'udf', 'stats', ...to),
      arbalest(folder.path, 'udf', 'errors', 'p_cpp_greet', ...to),
    ]);
    for (const language of LANGUAGES) {
      const words = `│ p_${language}_words +│ text VARCHAR +│ TABLE\\(word VARCHAR, position INTEGER\\) +│ table `;
      expect(list).toMatch(new RegExp(`${words}+│ acme-${language} +│ [0-9a-f]{12} │ ${language} `));
      expect(stats).toContain(`│ p_${language}_greet(VARCHAR) `);
    }
    // Of the query and of its EXPLAIN ANALYZE.
    expect(JSON.parse(perFunction)).toMatchObject([{ function: 'p_java_greet', arguments: 'VARCHAR', rows: 30_000, failed_rows: 0 }]);
    expect(errors).toBe('');
  }, 120_000);

  test('udf deploy says how to deploy again', async () => {
    const again = ['udf', 'deploy', 'acme-python', '--connect', cluster.url, '--prefix', 'p_python'];
    const { code, stderr } = await runCli(again, { cwd: folder.path });
    expect(code).toBe(1);
    expect(stderr).toMatch(/p_python_greet\(VARCHAR\).* already. Replace them with --replace/);
    expect(await arbalest(folder.path, ...again, '--replace')).toContain('p_python_greet');
  }, 60_000);

  test(
    'udf test fails an example that does not hold, and names function, row, what was expected and what came',
    async () => {
      await builtImage('udf-python');
      await arbalest(folder.path, 'udf', 'init', 'wrong', '--language', 'python');
      await arbalest(folder.file('wrong'), 'udf', 'build');
      const examples = folder.file('wrong', 'examples.json');
      await writeFile(examples, (await readFile(examples, 'utf8')).replace('[5, 42, null]', '[5, 43, null]').replace('"be"', '"bee"'));
      const { code, stdout } = await runCli(['udf', 'test', 'wrong'], { cwd: folder.path });
      expect(code).toBe(1);
      expect(stdout).toContain('✗ double_plus, example 1: row 1: expected 43, met 42\n');
      expect(stdout).toContain('✗ words, example 3: column word, row 1: expected "bee", met "be"\n');
      expect(stdout).toMatch(/ 2 failed\n$/m);
    },
    BUILD_MS,
  );

  test(
    'udf build that fails shows what its step has printed, and where it was',
    async () => {
      await builtImage('udf-python');
      await arbalest(folder.path, 'udf', 'init', 'failing', '--language', 'python');
      await writeFile(folder.file('failing', 'Dockerfile'), 'FROM arbalest/udf-python\nRUN echo first\nRUN echo the reason >&2; exit 3\n');
      const { code, stdout, stderr } = await runCli(['udf', 'build', 'failing'], { cwd: folder.path });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      const lines = stderr.trimEnd().split('\n');
      expect(lines.slice(0, 2)).toEqual(['Building failing:latest', '  1/3  FROM arbalest/udf-python']);
      expect(lines.slice(-3)).toEqual([
        '  3/3  RUN echo the reason >&2; exit 3',
        '    the reason',
        expect.stringMatching(/^Error: The build of failing:latest failed at step 3\/3: .*exit 3.* returned a non-zero code: 3$/) as string,
      ]);
      expect(stderr).not.toContain('    first');
    },
    BUILD_MS,
  );

  test('an image that is not there is named', async () => {
    expect(await runCli(['udf', 'test', '.', '--tag', 'not-there'], { cwd: folder.path })).toMatchObject({
      code: 1,
      stderr: 'Error: There is no image not-there; arbalest udf build makes it\n',
    });
    const described = await runCli(['udf', 'describe', 'arbalest-test/not-there'], { cwd: folder.path, timeoutMs: 120_000 });
    expect(described).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('no image arbalest-test/not-there') as string });
  }, 120_000);

  test('a base that is not there and cannot be pulled is named', async () => {
    await writeFile(folder.file('Dockerfile'), 'FROM arbalest-test.invalid/not-there\n');
    const { code, stderr } = await runCli(['udf', 'build', '--tag', 'never'], { cwd: folder.path, timeoutMs: 120_000 });
    expect(code).toBe(1);
    expect(stderr).toContain('Error: The base image arbalest-test.invalid/not-there is not here and cannot be pulled: ');
  }, 120_000);
});

describe('without a container engine', () => {
  const env = { DOCKER_HOST: 'unix:///nonexistent/docker.sock' };
  const sayNo =
    'Error: No Docker engine answers at unix:///nonexistent/docker.sock (connect ENOENT /nonexistent/docker.sock); start one, or set DOCKER_HOST to where it is\n';

  let projects: TemporaryFolder;
  beforeAll(async () => {
    projects = await temporaryFolder();
    await arbalest(projects.path, 'udf', 'init', 'there', '--language', 'python');
    for (const [name, file, text] of [
      ['Name With Blanks', 'Dockerfile', 'FROM scratch'],
      ['no-json', 'examples.json', '[{'],
      ['no-example', 'examples.json', '[{ "arguments": [[1]] }]'],
    ] as const) {
      await mkdir(projects.file(name));
      await writeFile(projects.file(name, file), text);
    }
  });
  afterAll(() => projects?.[Symbol.asyncDispose]());

  test('commands that need one say so, and what to do', async () => {
    await using folder = await temporaryFolder();
    await arbalest(folder.path, 'udf', 'init', 'acme', '--language', 'cpp');
    for (const command of [
      ['build', 'acme'],
      ['test', 'acme'],
      ['describe', 'acme'],
    ])
      expect(await runCli(['udf', ...command], { cwd: folder.path, env })).toEqual({ code: 1, stdout: '', stderr: sayNo });
  });

  test.each([
    [['init', 'Acme', '--language', 'python'], "a project's name is lower-case letters, digits and single dashes, not Acme"],
    [['init', 'acme--x', '--language', 'python'], 'not acme--x'],
    [['init', 'there', '--language', 'java'], 'choose another name, or remove it'],
    [['init', 'acme'], "required option '--language <language>' not specified"],
    [['init', 'acme', '--language', 'go'], 'Allowed choices are python, java, cpp'],
    [['build'], 'there is no Dockerfile in'],
    [['build', 'nowhere'], 'there is no folder'],
    [['build', 'Name With Blanks'], "an image cannot have the name of the folder, 'name with blanks'; give it one with --tag"],
    [['test', 'no-json'], 'examples.json is not JSON'],
    [['test', 'no-example'], 'example 1 needs "function"'],
    [['deploy'], "missing required argument 'image'"],
  ])('udf %j is a wrong command line: %s', async (args, message) => {
    const { code, stdout, stderr } = await runCli(['udf', ...args], { cwd: projects.path, env });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test.each(['', 'init', 'build', 'test', 'describe', 'deploy', 'list', 'logs', 'stats', 'errors'])(
    'udf %s explains itself',
    async (command) => {
      const { code, stdout } = await runCli(['udf', command, '--help'].filter((word) => word !== ''));
      expect(code).toBe(0);
      expect(stdout).toContain('$ arbalest udf');
    },
  );
});
