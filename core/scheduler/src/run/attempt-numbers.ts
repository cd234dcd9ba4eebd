/** Numbers of attempts that belong to one leader: no task has so many under it. */
export const ATTEMPTS_OF_A_TERM = 256;
/** Numbers of attempts that belong to one run of a job under one leader. */
const ATTEMPTS_OF_A_RUN = 32;
/** So that numbers stay below 2^31. */
const TERMS = 2 ** 23;

/**
 * The number after which a leader numbers the attempts of jobs that it has taken over. Those of no two leaders meet, also where nothing was kept of
 * what the one before had launched (core/docs/adr/0009); nor do those of two runs of a job from its start under one leader.
 *
 * @param term undefined for a job that no other leader has had
 */
export function attemptsBefore(term: number | undefined, run = 0): number {
  const ofTerm = term === undefined ? 0 : Math.max(1, term % TERMS) * ATTEMPTS_OF_A_TERM;
  return ofTerm + ((run * ATTEMPTS_OF_A_RUN) % ATTEMPTS_OF_A_TERM);
}

/** The run of its job, modulo 8, that an attempt with this number belongs to. */
export function runOfAttempt(number: number): number {
  return Math.floor(((number - 1) % ATTEMPTS_OF_A_TERM) / ATTEMPTS_OF_A_RUN);
}
