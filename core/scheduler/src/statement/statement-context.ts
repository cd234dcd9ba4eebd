import type { CodecRegistry, Frontend, PlanContext } from '@arbalest/spi';
import type { NameResolution } from '../session/name-resolution.js';
import type { Session } from '../session/session.js';
import type { ViewStore } from '../session/view-store.js';
import type { PlanningFunctions } from '../service/planning-functions.js';

/** What the handler of a statement may use. */
export interface StatementContext {
  readonly job: string;
  readonly session: Session;
  readonly frontend: Frontend;
  readonly names: NameResolution;
  readonly views: ViewStore;
  readonly codecs: CodecRegistry;
  readonly planning: PlanningFunctions;
  readonly parameters: PlanContext['parameters'];
  readonly signal: AbortSignal;
  /** Executors that there are now. */
  executors(): number;
  /** Resolves when there is one; tells the client that it waits. @throws transient error `NO_EXECUTORS` */
  waitForExecutor(): Promise<void>;
}
