export type { ExecutorConnection } from './cluster/executor-connection.js';
export type { PlanningFunctions } from './service/planning-functions.js';
export type { SchedulerOptions } from './service/scheduler-options.js';
export type { SchedulerApi } from './service/scheduler-service.js';
