import { arbalest } from '@arbalest/proto';
import type { Field, WriteTarget, WrittenFile } from '@arbalest/spi';
import type { ErrorInfo, JobEvent } from '../messages.js';

const { Job } = arbalest.state.v1;
const { State } = Job;

/** What a client submitted; never changes. */
export interface KeptSubmission {
  readonly job: string;
  /** Chosen by the client; empty = none, and then nobody can come back to it. */
  readonly key: string;
  readonly session: string;
  /** Owner of the session. */
  readonly user: string;
  readonly sql: string;
  readonly parameters: string;
  readonly detached: boolean;
  /** Milliseconds since 1970. */
  readonly submittedMs: number;
  /** When it is cancelled at the latest, milliseconds since 1970; 0 = never. */
  readonly deadlineMs: number;
}

/** How far the job is. */
export interface KeptProgress {
  readonly state: 'planning' | 'running' | 'committing' | 'ended';
  /** It has done what it does to the state itself; `tag` is its answer. */
  readonly applied?: boolean;
  readonly tag?: string;
  /** Once the write has begun. */
  readonly writeTarget?: WriteTarget;
  /** With `committing`. */
  readonly writtenFiles?: readonly WrittenFile[];
  readonly rows?: number;
  /** With `ended`, one of the two. */
  readonly finished?: NonNullable<JobEvent['finished']>;
  readonly failed?: ErrorInfo;
  /** Columns of a result that the client reads. */
  readonly resultFields?: readonly Field[];
  readonly partsTold?: boolean;
  /** How often it had been run from the start before, after a client was told of parts. @default 0 */
  readonly run?: number;
  readonly elapsedMs?: number;
  /** Everything of the job goes then, milliseconds since 1970. */
  readonly expiresMs?: number;
  /** All of the result was read by its client, which may read it again until then. */
  readonly wasRead?: boolean;
  /** A change that did not fit into one transaction is under way. */
  readonly torn?: boolean;
}

export interface KeptJobRecord {
  readonly submission: KeptSubmission;
  readonly progress: KeptProgress;
}

const STATES = { planning: State.PLANNING, running: State.RUNNING, committing: State.COMMITTING, ended: State.ENDED } as const;
const NAMES = new Map(Object.entries(STATES).map(([name, value]) => [value as number, name as KeptProgress['state']]));

export function encodeJobRecord({ submission, progress }: KeptJobRecord): Uint8Array {
  const { writeTarget, writtenFiles, resultFields, finished, failed, state, ...rest } = progress;
  return Job.encode({
    ...submission,
    ...rest,
    state: STATES[state],
    ...(writeTarget ? { writeTarget: JSON.stringify(writeTarget) } : {}),
    ...(writtenFiles ? { writtenFiles: JSON.stringify(writtenFiles) } : {}),
    ...(resultFields ? { resultFields: JSON.stringify(resultFields) } : {}),
    ...(finished ? { finished } : {}),
    ...(failed ? { failed } : {}),
  }).finish();
}

export function decodeJobRecord(bytes: Uint8Array): KeptJobRecord {
  const record = Job.decode(bytes);
  const { job = '', key = '', session = '', user = '', sql = '', parameters = '', detached = false } = record;
  return {
    submission: {
      ...{ job, key, session, user, sql, parameters, detached },
      submittedMs: Number(record.submittedMs ?? 0),
      deadlineMs: Number(record.deadlineMs ?? 0),
    },
    progress: {
      state: NAMES.get(record.state ?? 0) ?? 'planning',
      applied: record.applied ?? false,
      tag: record.tag ?? '',
      rows: Number(record.rows ?? 0),
      partsTold: record.partsTold ?? false,
      run: record.run ?? 0,
      elapsedMs: Number(record.elapsedMs ?? 0),
      expiresMs: Number(record.expiresMs ?? 0),
      wasRead: record.wasRead ?? false,
      torn: record.torn ?? false,
      ...(record.writeTarget ? { writeTarget: JSON.parse(record.writeTarget) as WriteTarget } : {}),
      ...(record.writtenFiles ? { writtenFiles: JSON.parse(record.writtenFiles) as WrittenFile[] } : {}),
      ...(record.resultFields ? { resultFields: JSON.parse(record.resultFields) as Field[] } : {}),
      ...(record.finished ? { finished: record.finished } : {}),
      ...(record.failed ? { failed: record.failed } : {}),
    },
  };
}
