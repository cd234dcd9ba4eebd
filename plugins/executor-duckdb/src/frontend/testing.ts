export { functionCatalog, memoryTable, planSql, testContext, testFunction } from './testing/plan-sql.js';
export type { PlanSqlOptions, TestTable, TestType } from './testing/plan-sql.js';
export { tpcBenchmark } from './testing/tpc.js';
