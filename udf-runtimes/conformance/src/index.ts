export { runConformance } from './run-conformance.js';
export type { CaseResult, ConformanceOptions, Target } from './target.js';
export { type Example, runExamples } from './examples/run-examples.js';
