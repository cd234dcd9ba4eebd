export type { ExecutorConnection } from './cluster/executor-connection.js';
export { addSchedulerServices } from './grpc/add-scheduler-services.js';
export type { PlanningFunctions } from './service/planning-functions.js';
export type { SchedulerApi } from './service/scheduler-api.js';
export type { SchedulerOptions } from './service/scheduler-options.js';
export { SchedulerService } from './service/scheduler-service.js';
export { type SettingDefinition, SETTINGS } from './session/settings.js';
