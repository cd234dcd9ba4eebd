import type { BenchmarkData, DuckDbOracle } from '@arbalest/test-kit';
import type { Workload } from './client.js';
import { defineFunctions, functionQuestions } from './functions.js';
import { tpchQuestions } from './tpch.js';
import { writingRounds } from './writes.js';

/** @param image with the functions of the conformance suite; undefined: no functions are called */
export async function prepareWorkload(data: BenchmarkData, oracle: DuckDbOracle, image: string | undefined): Promise<Workload> {
  const tables = data.tables.map((table) => `CREATE EXTERNAL TABLE ${table} STORED AS parquet LOCATION '${data.file(table)}'`);
  const functions = image === undefined ? [] : defineFunctions(image);
  return {
    setUp: [...tables, ...functions],
    queries: await tpchQuestions(data, oracle),
    calls: image === undefined ? [] : await functionQuestions(oracle),
    writes: await writingRounds(oracle),
  };
}
