import {
  type ArrowStream,
  cancelledError,
  type OpenSqlSession,
  type SqlCaller,
  type SqlEvent,
  type SqlJob,
  type SqlRequest,
  type SqlResultPart,
  type SqlService,
  type StatementDescription,
  userError,
} from '@arbalest/spi';
import { FIELDS, partStream, type ScriptedResult } from './scripted-results.js';

export interface ScriptedJob {
  readonly id: string;
  readonly sql: string;
  readonly result: ScriptedResult;
  readonly session: string;
  state: 'running' | 'finished' | 'failed' | 'cancelled';
  readonly abort: AbortController;
}

/** A cluster in which `SELECT … FROM name` gives what is written down under that name; it notes what is asked of it. */
export class ScriptedSqlService implements SqlService {
  readonly version = '1.0.0-conformance';
  readonly sessions = new Set<string>();
  readonly jobs: ScriptedJob[] = [];
  /** Of parts without end. */
  bytesTaken = 0;
  readsBegun = 0;
  readsEnded = 0;
  readonly #byKey = new Map<string, ScriptedJob>();
  #waiting: (() => void)[] = [];
  #count = 0;

  constructor(private readonly results: Readonly<Record<string, ScriptedResult>>) {}

  /** Lets statements go on that wait. */
  proceed(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  openSession(request: OpenSqlSession): Promise<string> {
    const session = `session-${++this.#count}-${request.client}`;
    this.sessions.add(session);
    return Promise.resolve(session);
  }

  closeSession({ session }: SqlCaller): Promise<void> {
    this.sessions.delete(session);
    for (const job of this.jobs) if (job.session === session) this.#cancel(job);
    return Promise.resolve();
  }

  async settings(caller: SqlCaller): Promise<Readonly<Record<string, string>>> {
    this.#check(caller);
    return Promise.resolve({});
  }

  async describe(caller: SqlCaller, sql: string): Promise<StatementDescription> {
    this.#check(caller);
    const { error } = this.#result(sql);
    if (error !== undefined) throw error;
    return Promise.resolve({ kind: 'query', fields: FIELDS, parameters: [] });
  }

  async *execute(caller: SqlCaller, request: SqlRequest, signal: AbortSignal): AsyncGenerator<SqlEvent> {
    this.#check(caller);
    const known = request.key === undefined ? undefined : this.#byKey.get(request.key);
    const job = known ?? this.#job(caller, request);
    let isOver = false;
    try {
      yield* this.#events(job, signal);
      isOver = true;
    } finally {
      if (!isOver && request.detached !== true) this.#cancel(job);
    }
  }

  async *attach({ job: id }: SqlJob, signal: AbortSignal): AsyncGenerator<SqlEvent> {
    const job = this.jobs.find((candidate) => candidate.id === id);
    if (job === undefined) throw userError('JOB_NOT_FOUND', `There is no job ${id}`);
    yield* this.#events(job, signal);
  }

  cancel({ job: id }: SqlJob): Promise<boolean> {
    const job = this.jobs.find((candidate) => candidate.id === id);
    return Promise.resolve(job !== undefined && this.#cancel(job));
  }

  release(): Promise<void> {
    return Promise.resolve();
  }

  async read(part: SqlResultPart, signal: AbortSignal): Promise<ArrowStream> {
    signal.throwIfAborted();
    const { job, at } = part.handle as { readonly job: ScriptedJob; readonly at: number };
    this.readsBegun++;
    const stream = partStream(
      job.result.parts[at],
      (bytes) => (this.bytesTaken += bytes),
      () => this.readsEnded++,
    );
    return Promise.resolve({ ...stream, batches: stoppable(stream.batches, signal) });
  }

  tables() {
    const names = Object.keys(this.results);
    return Promise.resolve(
      names.map((name) => ({ name: { catalog: 'files', schema: 'main', name }, kind: 'table', fields: FIELDS }) as const),
    );
  }

  catalogs() {
    return Promise.resolve(['files']);
  }

  async *#events(job: ScriptedJob, signal: AbortSignal): AsyncGenerator<SqlEvent> {
    const { result } = job;
    yield { kind: 'accepted', job: job.id };
    if (result.waits === true && job.state === 'running') await this.#wait(AbortSignal.any([signal, job.abort.signal]));
    if (job.state === 'cancelled') throw cancelledError('CANCELLED', 'The statement was cancelled');
    if (result.error !== undefined) {
      job.state = 'failed';
      throw result.error;
    }
    yield { kind: 'schema', fields: FIELDS };
    const attempts = new Map<number, number>();
    for (const at of result.announced ?? result.parts.keys()) {
      const attempt = attempts.get(at) ?? 0;
      attempts.set(at, attempt + 1);
      const rows = result.parts[at]?.length;
      yield { kind: 'part', part: { job: job.id, index: at, attempt, ...(rows !== undefined && { rows }), handle: { job, at } } };
    }
    const rows = result.parts.reduce((sum, part) => sum + (part?.length ?? 0), 0);
    if (job.state === 'running') job.state = 'finished';
    yield { kind: 'finished', rows, tag: 'SELECT', elapsedMs: 1 };
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = () => reject(cancelledError('CANCELLED', 'The statement was cancelled'));
      if (signal.aborted) return stop();
      signal.addEventListener('abort', stop, { once: true });
      this.#waiting.push(resolve);
    });
  }

  #job({ session }: SqlCaller, { sql, key }: SqlRequest): ScriptedJob {
    const job: ScriptedJob = {
      id: `job-${++this.#count}`,
      sql,
      result: this.#result(sql),
      session,
      state: 'running',
      abort: new AbortController(),
    };
    this.jobs.push(job);
    if (key !== undefined) this.#byKey.set(key, job);
    return job;
  }

  #cancel(job: ScriptedJob): boolean {
    if (job.state !== 'running') return false;
    job.state = 'cancelled';
    job.abort.abort();
    return true;
  }

  #check({ session }: SqlCaller): void {
    if (!this.sessions.has(session)) throw userError('SESSION_NOT_FOUND', `There is no session ${session}`);
  }

  #result(sql: string): ScriptedResult {
    const name = /\bFROM (\w+)/i.exec(sql)?.[1] ?? '';
    const result = this.results[name];
    if (result === undefined) throw userError('TABLE_NOT_FOUND', `There is no table ${name}`, { candidates: Object.keys(this.results) });
    return result;
  }
}

async function* stoppable<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  for await (const item of items) {
    if (signal.aborted) throw cancelledError('CANCELLED', 'Reading was cancelled');
    yield item;
  }
}
