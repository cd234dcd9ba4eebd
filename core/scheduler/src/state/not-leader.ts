import { type ArbalestError, transientError } from '@arbalest/spi';

/** @param leader address of the scheduler that leads, where it is known */
export function notLeader(leader?: string, cause?: unknown): ArbalestError {
  const where = leader ? `the one at ${leader} does` : 'ask another one, or again in a moment';
  return transientError('NOT_LEADER', `This scheduler does not lead: ${where}`, { ...(leader ? { leader } : {}), cause });
}
