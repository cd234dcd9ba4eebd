/** A job as the queue sees it. */
export interface QueuedJob {
  readonly job: string;
  readonly session: string;
  readonly weight: number;
  /** Tasks under way. */
  readonly running: number;
  /** Tasks that all jobs of its session may run at once; 0 = no limit. */
  readonly sessionTasks: number;
}

/**
 * The job whose turn it is: that with the fewest running tasks for its weight, the oldest among equals. Jobs whose session is at its limit wait.
 *
 * @param jobs oldest first
 * @param sessionRunning tasks under way, by session
 */
export function nextJob<Job extends QueuedJob>(jobs: readonly Job[], sessionRunning: ReadonlyMap<string, number>): Job | undefined {
  let next: Job | undefined;
  for (const job of jobs) {
    if (job.sessionTasks > 0 && (sessionRunning.get(job.session) ?? 0) >= job.sessionTasks) continue;
    if (!next || job.running / job.weight < next.running / next.weight) next = job;
  }
  return next;
}
