export { memoryTable, planSql, testContext, testFunction } from './testing/plan-sql.js';
export type { PlanSqlOptions, TestTable } from './testing/plan-sql.js';
export { tpcBenchmark } from './testing/tpc.js';
