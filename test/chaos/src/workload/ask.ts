import { isArbalestError, type Session } from '@arbalest/client';
import type { Outcome } from './outcome.js';
import type { Question } from './question.js';

/** How long a statement that was given up may take to say so. */
const GIVEN_UP_MS = 5_000;

export interface Asked {
  readonly client: number;
  readonly hangMs: number;
  /** Milliseconds since the run began. */
  readonly now: () => number;
}

/** Runs a statement to its end, but not longer than until it counts as hanging, and judges its answer. */
export async function ask(session: Session, question: Question, { client, hangMs, now }: Asked): Promise<Outcome> {
  const startedMs = now();
  const hung = new AbortController();
  const result = session.sql(question.sql, undefined, { signal: hung.signal });
  const outcome = (rest: Pick<Outcome, 'verdict'> & Partial<Outcome>): Outcome => ({
    ...{ client, question: question.name, startedMs, endedMs: now(), retries: result.statistics?.retries ?? 0 },
    ...(result.job !== undefined && { job: result.job }),
    ...rest,
  });
  const read = async (): Promise<Outcome> => {
    const table = await result.toTable();
    const message = result.statistics?.tag ? undefined : question.difference(table);
    return outcome(message === undefined ? { verdict: 'right' } : { verdict: 'wrong', message });
  };
  const reading = read().catch((error: unknown) => outcome({ verdict: 'failed', ...errorOf(error) }));
  const ended = await within(reading, hangMs);
  if (ended) return ended;
  const message = `no end within ${hangMs / 1000} s: ${question.sql.trim().slice(0, 200)}`;
  const endless = outcome({ verdict: 'hung', message });
  hung.abort(new Error(message));
  await within(reading, GIVEN_UP_MS);
  return endless;
}

function errorOf(error: unknown): Pick<Outcome, 'code' | 'message'> {
  return { code: isArbalestError(error) ? error.code : (error as Error).name, message: (error as Error).message };
}

/** Undefined when it takes longer. */
function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
