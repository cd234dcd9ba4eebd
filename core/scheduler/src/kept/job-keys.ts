/** Where the records of jobs, submissions and sessions are; the table in the README says what they hold. */

export const JOBS = 'jobs/';
export const SUBMISSIONS = 'submissions/';
export const SESSIONS = 'sessions/';

/** Digits of the numbers in keys, so that their order is that of the numbers. */
const DIGITS = 8;

export function jobPrefix(job: string): string {
  return `${JOBS}${job}/`;
}

export function jobKey(job: string): string {
  return `${jobPrefix(job)}job`;
}

export function planKey(job: string): string {
  return `${jobPrefix(job)}plan`;
}

export function stageKey(job: string, stage: number): string {
  return `${jobPrefix(job)}stages/${padded(stage)}`;
}

export function chunkKey(job: string, stage: number, first: number): string {
  return `${jobPrefix(job)}tasks/${padded(stage)}/${padded(first)}`;
}

export function inlineKey(job: string, stage: number, task: number): string {
  return `${jobPrefix(job)}inline/${padded(stage)}/${padded(task)}`;
}

/** Keys of submissions are the clients' to choose, so they may hold anything; each user has keys of its own. */
export function submissionKey(user: string, key: string): string {
  const own = encodeURIComponent(key);
  return SUBMISSIONS + (user === '' ? own : `${encodeURIComponent(user)}/${own}`);
}

export function sessionKey(session: string): string {
  return SESSIONS + session;
}

function padded(value: number): string {
  return String(value).padStart(DIGITS, '0');
}
