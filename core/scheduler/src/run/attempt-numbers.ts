/** Numbers of attempts that belong to one leader: no task has so many under it. */
export const ATTEMPTS_OF_A_TERM = 256;
/** So that numbers stay below 2^31. */
const TERMS = 2 ** 23;

/**
 * The number after which a leader numbers the attempts of jobs that it has taken over. Those of no two leaders meet, also where nothing was kept of
 * what the one before had launched (core/docs/adr/0009).
 */
export function attemptsBefore(term: number): number {
  return Math.max(1, term % TERMS) * ATTEMPTS_OF_A_TERM;
}
