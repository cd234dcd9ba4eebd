import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '@arbalest/client';
import { temporaryFolder } from '@arbalest/test-kit';
import { expect, test } from 'vitest';

const FILES = 200;

/** Files `000.csv` … with two columns; the 150th is what the test makes of it. */
async function manyFiles(folder: string, odd: string, usual = 'a,b\n1,2\n'): Promise<void> {
  for (let i = 0; i < FILES; i++) await writeFile(join(folder, `${String(i).padStart(3, '0')}.csv`), i === 150 ? odd : usual);
}

async function sums(folder: string, options = ''): Promise<unknown> {
  await using db = await connect();
  return await db.sql(`SELECT sum(a)::INTEGER AS a, sum(b)::INTEGER AS b FROM read_csv('${folder}/*.csv'${options})`).toArray();
}

test.each([
  ['another order', 'b,a\n2,1\n', 'column 1'],
  ['another name', 'a,c\n1,2\n', 'column 2'],
  ['one column more', 'a,b,c\n1,2,3\n', 'column 3'],
  ['no header', '1,2\n1,2\n', 'column 1'],
  ['quotes', '"b","a"\n2,1\n', 'column 1'],
])('a file among many with %s is an error that names two files and the column', async (_what, odd, column) => {
  await using folder = await temporaryFolder();
  await manyFiles(folder.path, odd);
  const failed = sums(folder.path);
  await expect(failed).rejects.toMatchObject({ code: 'SCHEMA_MISMATCH' });
  await expect(failed).rejects.toThrow(/000\.csv.*150\.csv/);
  await expect(failed).rejects.toThrow(column);
});

test.each([
  ['quoted', '"a","b"\n1,2\n'],
  ['ended by CR LF', 'a,b\r\n1,2\r\n'],
  ['without a row and a line end', 'a,b'],
  ['after a byte order mark', '\ufeffa,b\n1,2\n'],
])('a header %s is the same header', async (_what, odd) => {
  await using folder = await temporaryFolder();
  await manyFiles(folder.path, odd);
  const rows = odd === 'a,b' ? FILES - 1 : FILES;
  expect(await sums(folder.path)).toEqual([{ a: rows, b: 2 * rows }]);
});

test('a header that is longer than a first look is compared whole', async () => {
  await using folder = await temporaryFolder();
  const long = 'x'.repeat(3000);
  await manyFiles(folder.path, `a,b,${long}z\n1,2,3\n`, `a,b,${long}y\n1,2,3\n`);
  await expect(sums(folder.path)).rejects.toMatchObject({ code: 'SCHEMA_MISMATCH' });
});

test('with union_by_name, columns are found by name in every file, also those that only one has', async () => {
  await using folder = await temporaryFolder();
  await manyFiles(folder.path, 'c,b,a\n2026-11-22,2,1\n');
  expect(await sums(folder.path, ', union_by_name = true')).toEqual([{ a: FILES, b: 2 * FILES }]);
  await using db = await connect();
  const found = db.sql(`SELECT count(c) AS n, max(c)::VARCHAR AS c FROM read_csv('${folder.path}/*.csv', union_by_name = true)`);
  expect(await found.toArray()).toEqual([{ n: 1n, c: '2026-11-22' }]);
});
