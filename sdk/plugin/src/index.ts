export { checkPlugin } from './check/check-plugin.js';
export type { CheckPluginRequest } from './check/check-plugin.js';
export { CHECKS } from './check/outcome.js';
export type { CheckName, CheckOutcome } from './check/outcome.js';
export { SCAFFOLD_KINDS, scaffoldPlugin } from './scaffold/scaffold.js';
export type { ScaffoldKind, ScaffoldRequest } from './scaffold/scaffold.js';
