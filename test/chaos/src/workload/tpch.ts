import { type BenchmarkData, type CanonicalRow, canonicalRowsOfArrow, compareRows, type DuckDbOracle } from '@arbalest/test-kit';
import type { Question } from './question.js';

/** A statement with the rows that plain DuckDB answers. */
export function questionWithRows(name: string, sql: string, expected: readonly CanonicalRow[]): Question {
  return { name, sql, difference: (answer) => compareRows(canonicalRowsOfArrow(answer), expected).difference };
}

/** All statements of TPC-H; what is right is computed once. */
export async function tpchQuestions(data: BenchmarkData, oracle: DuckDbOracle): Promise<Question[]> {
  const questions: Question[] = [];
  for (const { number, sql } of data.queries) questions.push(questionWithRows(`q${number}`, sql, await oracle.rows(sql)));
  return questions;
}
