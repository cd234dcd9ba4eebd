export type {
  AttachJobRequest,
  ErrorInfo,
  ExecuteRequest,
  ExecutorMessage,
  InlineResult,
  JobEvent,
  LaunchTask,
  ResultPart,
  SchedulerMessage,
  StageFragment,
  TaskRefMessage,
  TaskStatus,
} from '../messages.js';
export { encodeLocalTable } from '../statement/encode-local-table.js';
export { FakeCatalog } from './fake-catalog.js';
export { FakeExecutor, type FakeExecutorOptions, type FakeFinish } from './fake-executor.js';
export { FakeWorld } from './fake-world.js';
export { CONSTANT_PLAN, FakeFrontend } from './fake-frontend.js';
export { StateJournal } from '../state/state-journal.js';
export { createFake, describeRequest, descriptionResult, fakeDefinition, fakeDescribed } from './fake-functions.js';
export { fakeTable, FakeWriter } from './fake-table.js';
export { type FixtureOptions, SchedulerFixture, stage, Submitted } from './scheduler-fixture.js';
export { ScratchState } from './scratch-state.js';
export { SeededRandomness } from './seeded-randomness.js';
export { Successors } from './successors.js';
export { settled, VirtualClock } from './virtual-clock.js';
export { whoRuns } from './who-runs.js';
export { runOfAttempt } from '../run/attempt-numbers.js';
