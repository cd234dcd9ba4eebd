import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { connect, type Connection } from '@arbalest/client';
import { benchmarkData, builtImage, cacheRoot, duckdbOracle } from '@arbalest/test-kit';

export type Language = 'python' | 'cpp' | 'java';

/** What the parts of the benchmark share. */
export interface UdfSetting {
  readonly languages: readonly Language[];
  readonly rows: number;
  readonly runs: number;
  readonly executors: number;
  readonly threads: number;
  /** Whether images are built first where what they are made of has changed. */
  readonly build: boolean;
}

/** Name of the image with the benchmark's functions in a language. */
export function benchImage({ build }: UdfSetting, language: Language): Promise<string> {
  return build ? builtImage(`bench-${language}`) : Promise.resolve(`arbalest/bench-${language}`);
}

/** An embedded cluster with the functions of the benchmark's images, named for their languages: `python_x2y`. */
export async function connectWithFunctions(setting: UdfSetting, container: Readonly<Record<string, unknown>> = {}): Promise<Connection> {
  const { languages, executors, threads } = setting;
  const images: string[] = [];
  for (const language of languages) images.push(await benchImage(setting, language));
  const db = await connect({ executors, threads, config: { plugin: { container } } });
  for (const [i, image] of images.entries()) await db.sql(`CREATE FUNCTIONS FROM IMAGE '${image}' AS ${languages[i]!}`).run();
  return db;
}

/** A Parquet file of so many rows of two BIGINT columns, x and y; made once. */
export function numbersFile(rows: number): Promise<string> {
  return madeOnce(`two-bigints-${rows}.parquet`, `SELECT i AS x, (i * 7919) % 1000003 AS y FROM range(${rows}) t(i)`);
}

/** A Parquet file of so many comments of TPC-H, column text; made once. */
export async function commentsFile(rows: number): Promise<string> {
  const lineitem = (await benchmarkData('tpch', 1)).file('lineitem');
  return madeOnce(`comments-${rows}.parquet`, `SELECT l_comment AS text FROM '${lineitem}' LIMIT ${rows}`);
}

async function madeOnce(name: string, sql: string): Promise<string> {
  const path = join(cacheRoot, 'data', name);
  if (existsSync(path)) return path;
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}`;
  await using duckdb = await duckdbOracle();
  await duckdb.run(`COPY (${sql}) TO '${partial}' (FORMAT parquet)`);
  await rename(partial, path);
  return path;
}
