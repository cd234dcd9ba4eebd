import type { Clock } from '@arbalest/spi';
import type { KeptSubmission } from '../kept/job-record.js';
import type { Session } from '../session/session.js';
import type { JobRequest } from './job-request.js';
import { parseParameters } from './parameters.js';

/** What was submitted to another scheduler, with the time that is left of its limit. */
export function keptRequest(submission: KeptSubmission, session: Session, clock: Clock): JobRequest {
  const { sql, key, detached, deadlineMs, parameters: parametersText } = submission;
  const timeoutMs = deadlineMs === 0 ? 0 : Math.max(1, deadlineMs - clock.now());
  return { sql, session, parameters: parseParameters(parametersText), parametersText, timeoutMs, progressIntervalMs: 0, key, detached };
}
