import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCli, startArbalest, startCluster, temporaryFolder, workspaceRoot } from '@arbalest/test-kit';
import { tableFromIPC } from 'apache-arrow';
import { END_OF_STREAM } from '@arbalest/client';
import { expect, test } from 'vitest';

const ENDLESS = 'SELECT count(*) FROM range(100000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3';
const CLI = join(workspaceRoot, 'sdk/cli/bin/arbalest.js');

/** Runs a command on a terminal of its own, types into it, and gives back what it showed. */
async function onTerminal(
  command: string,
  type: (write: (text: string) => void, shown: () => string) => Promise<void>,
  env: Record<string, string> = {},
) {
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
    env: { ...process.env, TERM: 'xterm', ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'exit') as Promise<[number]>;
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  await type(
    (text) => child.stdin.write(text),
    () => output,
  );
  const [code] = await ended;
  clearTimeout(timer);
  return { code, output };
}

async function until(condition: () => boolean): Promise<void> {
  for (const deadline = Date.now() + 30_000; !condition();) {
    if (Date.now() > deadline) throw new Error(`Not within 30 s: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('results go to standard output, and the exit code says how it went', async () => {
  expect(await runCli(['sql', '-c', 'SELECT 1 AS a', '--format', 'csv'])).toEqual({ code: 0, stdout: 'a\n1\n', stderr: '' });
  expect(await runCli(['sql', '-c', 'SELECT nope'])).toMatchObject({ code: 1, stdout: '' });
  expect(await runCli(['sql', '--format', 'parquet', '-c', 'SELECT 1'])).toMatchObject({ code: 2, stdout: '' });
  expect(await runCli(['sql', '--detach', '-c', 'SELECT 1'])).toMatchObject({ code: 2, stdout: '' });
  expect(await runCli(['nonsense'])).toMatchObject({ code: 2, stdout: '' });
  expect(await runCli(['--help'])).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  ['sql'],
  ['attach'],
  ['standalone'],
  ['scheduler'],
  ['executor'],
  ['executor drain'],
  ['status'],
  ['jobs'],
  ['jobs cancel'],
  ['cancel'],
  ['plugin'],
  ['plugin list'],
  ['plugin new'],
  ['plugin check'],
])('%s explains itself with an example', async (command) => {
  const { code, stdout } = await runCli([...command.split(' '), '--help']);
  expect(code).toBe(0);
  expect(stdout).toContain('Usage: arbalest');
  expect(stdout).toContain('$ arbalest');
});

test('statements share a session and stop at the first error, which is drawn in the script', async () => {
  const script = "SET query_timeout = '5s';\nCREATE VIEW v AS SELECT 7 AS seven;\nSELECT * FROM v;\nSELECT eight FROM v;\nSELECT 9";
  await using folder = await temporaryFolder();
  await writeFile(folder.file('script.sql'), script);
  for (const args of [
    ['-c', script],
    ['-f', folder.file('script.sql')],
  ]) {
    const { code, stdout, stderr } = await runCli(['sql', '--format', 'csv', ...args], { cwd: folder.path });
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'seven\n7\n' });
    const lines = stderr.split('\n');
    const shown = lines.findIndex((line) => line.includes('4 │ SELECT eight FROM v'));
    expect(lines[shown + 1]!.indexOf('^')).toBe(lines[shown]!.indexOf('eight'));
  }
});

test('a setting of the command line is the session setting', async () => {
  expect(await runCli(['sql', '--set', 'query_timeout=1s', '-c', ENDLESS])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('QUERY_TIMEOUT') as string,
  });
});

test('every format holds the same rows', async () => {
  await using folder = await temporaryFolder();
  const sql = "SELECT range AS n, 'text ' || range AS t, NULL AS nothing FROM range(3)";
  const csv = 'n,t,nothing\n0,text 0,\n1,text 1,\n2,text 2,\n';
  expect((await runCli(['sql', '-c', sql, '--format', 'csv', '--output', folder.file('a.csv')], { cwd: folder.path })).code).toBe(0);
  expect(await readFile(folder.file('a.csv'), 'utf8')).toBe(csv);
  const json = await runCli(['sql', '-c', sql, '--format', 'json'], { cwd: folder.path });
  expect(JSON.parse(json.stdout)).toEqual([0, 1, 2].map((n) => ({ n, t: `text ${n}`, nothing: null })));
  const parquet = await runCli(['sql', '-c', sql, '--format', 'parquet', '-o', folder.file('a.parquet')], { cwd: folder.path });
  expect(parquet).toMatchObject({ code: 0, stdout: '' });
  expect(
    (await runCli(['sql', '-c', `SELECT * FROM '${folder.file('a.parquet')}' ORDER BY n`, '--format', 'csv'], { cwd: folder.path })).stdout,
  ).toBe(csv);
  expect((await readdir(folder.path)).filter((name) => name.startsWith('a.'))).toEqual(['a.csv', 'a.parquet']);
});

test('arrow is one stream for each result, one after another', async () => {
  await using folder = await temporaryFolder();
  const sql = 'SELECT 1 AS a; SELECT 2 AS b WHERE false; SELECT range AS c FROM range(5)';
  expect((await runCli(['sql', '-c', sql, '--format', 'arrow', '-o', folder.file('all.arrow')], { cwd: folder.path })).code).toBe(0);
  // A reader of several streams may pass over one without batches, so they are read one by one.
  const bytes = await readFile(folder.file('all.arrow'));
  const streams: unknown[] = [];
  for (let begin = 0, end = bytes.indexOf(END_OF_STREAM); end !== -1; end = bytes.indexOf(END_OF_STREAM, begin)) {
    const table = tableFromIPC(bytes.subarray(begin, end + END_OF_STREAM.length));
    streams.push([table.schema.names, table.numRows]);
    begin = end + END_OF_STREAM.length;
  }
  expect(streams).toEqual([
    [['a'], 1],
    [['b'], 0],
    [['c'], 5],
  ]);
});

test('a failed statement leaves no output file', async () => {
  await using folder = await temporaryFolder();
  expect(
    (await runCli(['sql', '-c', 'SELECT 1; SELECT nope', '--format', 'csv', '-o', folder.file('a.csv')], { cwd: folder.path })).code,
  ).toBe(1);
  expect((await readdir(folder.path)).filter((name) => name.startsWith('a.csv'))).toEqual([]);
});

test('a reader of the output that leaves ends the command quietly', async () => {
  const child = startArbalest(['sql', '-c', 'SELECT * FROM range(20000000)', '--format', 'csv']);
  await child.line(/^range$/);
  child.child.stdout!.destroy();
  expect(await child.ended).toBe(0);
  expect(child.log()).toBe('');
});

test('a script comes through a pipe', async () => {
  const child = spawn(process.execPath, [CLI, 'sql', '--format', 'csv'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end('SELECT 1 AS a;\nSELECT 2 AS b;');
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number];
  expect({ code, output }).toEqual({ code: 0, output: 'a\n1\nb\n2\n' });
});

test('colours are for terminals, and not with NO_COLOR', async () => {
  const command = `${process.execPath} ${CLI} sql -c 'SELECT 1 AS one'`;
  const colored = await onTerminal(command, async () => undefined);
  expect(colored.output).toContain('\u001b[1m');
  const plain = await onTerminal(command, async () => undefined, { NO_COLOR: '1' });
  expect(plain.output).not.toContain('\u001b[1m');
  expect(plain.output).toContain('│     one │');
});

test('in the shell Ctrl-C cancels the query and not the shell, and Ctrl-D leaves', async () => {
  await using home = await temporaryFolder();
  const { code, output } = await onTerminal(
    `${process.execPath} ${CLI} sql`,
    async (write, shown) => {
      await until(() => shown().includes('arbalest>'));
      write(`${ENDLESS};\r`);
      await until(() => /█|░/.test(shown()));
      write('\u0003');
      await until(() => shown().includes('Cancelled'));
      write('SELECT 6 *\r');
      await until(() => shown().includes('->'));
      write('7 AS answer;\r');
      await until(() => shown().includes('42'));
      write('\u0004');
    },
    { HOME: home.path, XDG_STATE_HOME: home.path },
  );
  expect(code).toBe(0);
  expect(output).toContain('stage 1/');
  expect(await readFile(home.file('arbalest/history'), 'utf8')).toContain('SELECT 6 * 7 AS answer;\n');
});

test('Ctrl-C ends a command that runs a statement', async () => {
  const child = startArbalest(['sql', '-c', ENDLESS]);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  child.kill('SIGINT');
  expect(await child.ended).toBe(1);
  expect(child.log()).toContain('Cancelled');
});

test('status, jobs and cancel tell of a cluster, to people and to programs', async () => {
  await using cluster = await startCluster({ executors: 2 });
  const connect = ['--connect', cluster.url];
  const { schedulers, executors } = JSON.parse((await runCli(['status', ...connect, '--format', 'json'])).stdout) as {
    schedulers: { url: string; state: string }[];
    executors: { pid: number; slots: number; memoryBytes: number; state: string }[];
  };
  expect(schedulers).toEqual([{ url: cluster.url, state: 'leader' }]);
  expect(executors.map(({ pid }) => pid).sort()).toEqual(cluster.executors.map(({ pid }) => pid).sort());
  expect(executors).toEqual([expect.objectContaining({ state: 'active', memoryBytes: 2e9 }), expect.objectContaining({ slots: 4 })]);
  expect((await runCli(['status', ...connect])).stdout).toContain(String(cluster.executors[0]!.pid));
  const long = startArbalest(['sql', ...connect, '-c', ENDLESS]);
  const running = async () =>
    (JSON.parse((await runCli(['jobs', ...connect, '--format', 'json'])).stdout) as { job: string; state: string; sql: string }[]).find(
      ({ state }) => state === 'running',
    );
  await expect.poll(running, { timeout: 20_000, interval: 200 }).toMatchObject({ sql: ENDLESS });
  const job = (await running())!.job;
  expect(await runCli(['jobs', 'cancel', job, ...connect])).toMatchObject({ code: 0, stdout: `Cancelled ${job}\n` });
  expect(await long.ended).toBe(1);
  expect((await runCli(['jobs', ...connect])).stdout).toMatch(new RegExp(`${job}.*cancelled`));
  expect(await runCli(['cancel', 'job-none', ...connect, '--format', 'json'])).toMatchObject({
    code: 1,
    stdout: '{"job":"job-none","cancelled":false}\n',
  });
}, 90_000);

test('plugins are listed, and a broken one is explained', async () => {
  const { stdout } = await runCli(['plugin', 'list', '--format', 'json']);
  expect((JSON.parse(stdout) as { id: string }[]).map(({ id }) => id)).toEqual(
    expect.arrayContaining(['duckdb', 'parquet', 'csv', 'json', 'arrow', 'files', 'memory']),
  );
  await using folder = await temporaryFolder();
  await writeFile(
    folder.file('package.json'),
    JSON.stringify({ name: 'broken', version: '1.0.0', type: 'module', arbalest: { kind: 'codec', id: 'broken', spi: '^99.0' } }),
  );
  const checked = await runCli(['plugin', 'check', folder.path]);
  expect(checked).toMatchObject({ code: 1, stderr: '' });
  expect(checked.stdout).toContain('^99.0');
});
