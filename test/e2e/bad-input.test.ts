import { chmod, mkdir, open, writeFile } from 'node:fs/promises';
import { benchmarkData, duckdbOracle, runCli, temporaryFolder } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

/** What a person sees of a statement that fails: the text on standard error. Standard output stays empty. */
async function failure(sql: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(['sql', '-c', sql, ...args]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  return stderr;
}

test('a missing file is named', async () => {
  expect(await failure("SELECT * FROM 'no/such/file.parquet'")).toContain('no/such/file.parquet');
});

test('a file that may not be read is named', async () => {
  await using folder = await temporaryFolder();
  const secret = folder.file('secret.csv');
  await writeFile(secret, 'a,b\n1,2\n');
  await chmod(secret, 0);
  const { code, stderr } = await runCli(['sql', '-c', `SELECT * FROM '${secret}'`], { obeyPermissions: true });
  expect(code).toBe(1);
  expect(stderr).toContain('secret.csv');
  expect(stderr).toMatch(/permission|not be read|cannot be read/i);
});

test('a truncated Parquet file is named', async () => {
  await using folder = await temporaryFolder();
  await using oracle = await duckdbOracle();
  const file = folder.file('cut.parquet');
  await oracle.run(`COPY (SELECT range AS n FROM range(100000)) TO '${file}' (FORMAT parquet)`);
  const handle = await open(file, 'r+');
  await handle.truncate(1000);
  await handle.close();
  expect(await failure(`SELECT sum(n) FROM '${file}'`)).toContain('cut.parquet');
});

test('a CSV value of the wrong type comes with file, line and column', async () => {
  await using folder = await temporaryFolder();
  const file = folder.file('prices.csv');
  const lines = Array.from({ length: 30_000 }, (_, i) => `${i},${i === 28_999 ? 'dear' : i * 2}`);
  await writeFile(file, ['id,price', ...lines].join('\n'));
  const stderr = await failure(`SELECT sum(price) FROM '${file}'`);
  expect(stderr).toContain('prices.csv');
  expect(stderr).toMatch(/29001/);
  expect(stderr).toContain('price');
  expect(stderr).toContain('dear');
});

test('two schemas in one glob: both files and the column are named', async () => {
  await using folder = await temporaryFolder();
  await using oracle = await duckdbOracle();
  await oracle.run(`COPY (SELECT 1::INTEGER AS id, 'a' AS label) TO '${folder.file('a.parquet')}' (FORMAT parquet)`);
  await oracle.run(`COPY (SELECT 1::INTEGER AS id, DATE '2026-01-01' AS label) TO '${folder.file('b.parquet')}' (FORMAT parquet)`);
  const stderr = await failure(`SELECT * FROM '${folder.file('*.parquet')}'`);
  expect(stderr).toContain('a.parquet');
  expect(stderr).toContain('b.parquet');
  expect(stderr).toContain('label');
});

test('a syntax error is shown with its line and a caret under it', async () => {
  const stderr = await failure('SELECT 1\n  FROM t WHERE GROUP BY 1\n');
  const lines = stderr.split('\n');
  const shown = lines.findIndex((line) => line.includes('WHERE GROUP'));
  expect(shown).toBeGreaterThan(-1);
  expect(lines[shown + 1]).toMatch(/^[\s|│]*\^/);
  expect(lines[shown + 1]!.indexOf('^')).toBe(lines[shown]!.indexOf('GROUP'));
});

test('an unknown column comes with the nearest names', async () => {
  const { file } = await benchmarkData('tpch', 0.01);
  const stderr = await failure(`SELECT n_nmae FROM '${file('nation')}'`);
  expect(stderr).toContain('n_nmae');
  expect(stderr).toContain('n_name');
});

test('an unknown table comes with the nearest names', async () => {
  const { file } = await benchmarkData('tpch', 0.01);
  const stderr = await failure(`CREATE EXTERNAL TABLE nations STORED AS parquet LOCATION '${file('nation')}'; SELECT * FROM natoins`);
  expect(stderr).toContain('natoins');
  expect(stderr).toContain('nations');
});

test('a cross join of 40 GB under a 1 GB limit fails with a resources error, and the next statement runs', async () => {
  await using folder = await temporaryFolder();
  const script = folder.file('script.sql');
  await mkdir(folder.file('spill'));
  await writeFile(script, 'SELECT list(a.range * b.range) FROM range(100000) a, range(50000) b');
  const config = folder.file('arbalest.config.json');
  await writeFile(config, JSON.stringify({ executor: { memory: '1GB' } }));
  const { code, stderr } = await runCli(['sql', '-f', script], { cwd: folder.path, timeoutMs: 120_000 });
  expect(code).toBe(1);
  expect(stderr).toMatch(/OUT_OF_MEMORY/);
  const next = await runCli(['sql', '-c', 'SELECT 42 AS answer', '--format', 'csv'], { cwd: folder.path });
  expect(next.stdout).toBe('answer\n42\n');
}, 150_000);

test('wrong usage exits with 2 and says how', async () => {
  const { code, stderr } = await runCli(['sql', '--fromat', 'csv']);
  expect(code).toBe(2);
  expect(stderr).toContain('--fromat');
});
