import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot, duckdbOracle } from '@arbalest/test-kit';

const ROWS = 10_000_000;

/** A Parquet file of them, made at the first use: two numbers, a fraction, a text of about twenty letters, a date. */
export async function tenMillionRows(): Promise<string> {
  const folder = join(cacheRoot, 'data');
  const file = join(folder, 'ten-million-rows.parquet');
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  await using oracle = await duckdbOracle();
  const partial = `${file}.${process.pid}`;
  await oracle.run(
    `COPY (SELECT range AS id, range * 7 % 1000003 AS key, random() AS score, 'customer number ' || (range * 31 % 65537) AS name, DATE '2020-01-01' + (range % 2000)::INTEGER AS day
     FROM range(${ROWS})) TO '${partial}' (FORMAT parquet)`,
  );
  await rename(partial, file);
  return file;
}
