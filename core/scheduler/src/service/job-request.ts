import type { PlanContext } from '@arbalest/spi';
import type { Session } from '../session/session.js';

/** What is submitted. */
export interface JobRequest {
  readonly sql: string;
  readonly session: Session;
  readonly parameters: PlanContext['parameters'];
  /** `parameters` as the client sent them. */
  readonly parametersText: string;
  readonly timeoutMs: number;
  readonly progressIntervalMs: number;
  /** Empty = nobody comes back to it. */
  readonly key: string;
  readonly detached: boolean;
}
