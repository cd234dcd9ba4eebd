/** Whether a process can do its work, and why not. What it answers to /readyz. */
export interface Readiness {
  readonly ready: boolean;
  readonly role: 'scheduler' | 'executor';
  /** Absent when it is ready. One sentence. */
  readonly reason?: string;
  /** Of a scheduler. */
  readonly leads?: boolean;
  /** Address of the scheduler that leads, as far as is known. */
  readonly leader?: string;
  /** Id of an executor. */
  readonly executor?: string;
  /** An executor that takes no new tasks. */
  readonly draining?: boolean;
}

/** It leads, or stands by and knows for whom. */
export function schedulerReadiness({ leads, leader }: { readonly leads: boolean; readonly leader: string | undefined }): Readiness {
  const role = 'scheduler';
  if (leads) return { ready: true, role, leads, ...(leader === undefined ? {} : { leader }) };
  if (leader !== undefined) return { ready: true, role, leads, leader };
  return { ready: false, role, leads, reason: 'No scheduler leads at the moment, as far as this one knows' };
}

/** A scheduler has taken it. One that drains is not ready: it takes nothing new. */
export function executorReadiness(
  executor: string,
  { registered, draining }: { readonly registered: boolean; readonly draining: boolean },
): Readiness {
  const role = 'executor';
  if (draining) return { ready: false, role, executor, draining, reason: 'The executor is leaving and takes no new tasks' };
  if (!registered)
    return { ready: false, role, executor, draining, reason: 'No scheduler has taken the executor, or the connection to it is lost' };
  return { ready: true, role, executor, draining };
}
