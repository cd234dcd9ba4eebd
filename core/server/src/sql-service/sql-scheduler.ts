import type { SchedulerApi } from '@arbalest/scheduler';

/** The calls of a scheduler that gateways need, on whichever scheduler they are answered. */
export type SqlScheduler = Pick<
  SchedulerApi,
  | 'openSession'
  | 'closeSession'
  | 'execute'
  | 'attachJob'
  | 'releaseResult'
  | 'cancelJob'
  | 'describeStatement'
  | 'listCatalogs'
  | 'listTables'
  | 'listSettings'
>;
