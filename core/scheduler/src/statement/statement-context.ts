import type { CodecRegistry, Frontend, FunctionSource, PlanContext, TableWriter, WriteTarget } from '@arbalest/spi';
import type { FunctionActivity } from '../function/function-activity.js';
import type { FunctionStore } from '../function/function-store.js';
import type { NameResolution } from '../session/name-resolution.js';
import type { Session } from '../session/session.js';
import type { ViewStore } from '../session/view-store.js';
import type { Resumption } from '../service/job-resumption.js';
import type { PlanningFunctions } from '../service/planning-functions.js';

/** What the handler of a statement may use. */
export interface StatementContext {
  readonly job: string;
  readonly session: Session;
  readonly frontend: Frontend;
  readonly names: NameResolution;
  readonly views: ViewStore;
  readonly functions: FunctionStore;
  /** What they have done. */
  readonly activity: FunctionActivity;
  readonly codecs: CodecRegistry;
  readonly planning: PlanningFunctions;
  readonly parameters: PlanContext['parameters'];
  readonly signal: AbortSignal;
  /** What another scheduler has done for the statement already. */
  readonly resumed?: Resumption;
  /** The writer of a write that another scheduler has begun. @throws internal error when no catalog knows it */
  readonly resumeWrite: (target: WriteTarget) => TableWriter;
  /** Executors that there are now. */
  executors(): number;
  /** Resolves when there is one; tells the client that it waits. @throws transient error `NO_EXECUTORS` */
  waitForExecutor(): Promise<void>;
  /** @throws user error `NO_FUNCTION_ENGINE` when no executor can call functions of sources of all these kinds */
  requireFunctionEngine(sources: readonly FunctionSource['kind'][]): void;
  /** Unique for ever. */
  readonly newId: (prefix: string) => string;
}
