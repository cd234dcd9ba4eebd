/** Names one attempt of one task, and so the output that it makes. */
export interface AttemptRef {
  readonly job: string;
  readonly stage: number;
  readonly task: number;
  readonly attempt: number;
}

/** As text, in errors and as a key: job/stage/task/attempt. */
export function attemptName({ job, stage, task, attempt }: AttemptRef): string {
  return `${job}/${stage}/${task}/${attempt}`;
}

export function parseAttemptName(name: string): AttemptRef | undefined {
  const match = /^(.+)\/(\d+)\/(\d+)\/(\d+)$/.exec(name);
  return match ? { job: match[1]!, stage: Number(match[2]), task: Number(match[3]), attempt: Number(match[4]) } : undefined;
}
