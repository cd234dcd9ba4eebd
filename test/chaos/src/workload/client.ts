import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, connect, isArbalestError, type Session } from '@arbalest/client';
import type { Random } from '../random.js';
import { ask, type Asked } from './ask.js';
import type { Outcome } from './outcome.js';
import type { Question, Questions } from './question.js';

/** What the clients of a run ask. */
export interface Workload {
  /** Statements that are run once, before all else. */
  readonly setUp: readonly string[];
  readonly queries: readonly Question[];
  readonly calls: readonly Question[];
  writes(table: string): Questions;
}

export interface ChaosClient extends Asked {
  readonly urls: readonly string[];
  readonly random: Random;
  readonly workload: Workload;
  readonly record: (outcome: Outcome) => void;
  /** No statement is asked after it has aborted; the one under way is waited for. */
  readonly signal: AbortSignal;
}

/** Every statement is cut into stages however small its data; every second client has each join exchange both its sides. */
const DISTRIBUTED = { 'planner.small_query_bytes': '0' };
const EXCHANGED = { ...DISTRIBUTED, 'planner.broadcast_bytes': '0' };

/** How patient `connect` is while nobody leads. */
const CONNECT_MS = 60_000;
const PAUSE_MS = 500;
/** Of these one is a round of writes, and one calls of functions; the rest are a few queries each. */
const TURNS = 5;
const QUERIES = 3;

/** A client that asks one statement after the other, until the run is over. */
export async function runClient(client: ChaosClient): Promise<void> {
  const rounds = { next: 0 };
  while (!client.signal.aborted) {
    await connectAndAsk(client, rounds);
    if (!client.signal.aborted) await sleep(PAUSE_MS);
  }
}

/** Until an error: then the client does as a person would, and begins again. */
async function connectAndAsk(client: ChaosClient, rounds: { next: number }): Promise<void> {
  await using db = await openConnection(client);
  // The connection's own session would do; one more is what a program with several has.
  const session = db && (await attempt('open session', client, () => db.session()));
  if (!session) return;
  let well = true;
  while (well && !client.signal.aborted) well = await answerAll(session, turnOf(client, rounds.next++), client);
}

function turnOf({ client, random, workload }: ChaosClient, round: number): Iterable<Question> | Questions {
  const turn = (round + client * 2 + 1) % TURNS;
  if (turn === 0) return workload.writes(`chaos_${client}_${round}`);
  if (turn === 1 && workload.calls.length > 0) return workload.calls;
  return random.shuffled(workload.queries).slice(0, QUERIES);
}

/** Whether all were answered, rightly or wrongly. */
async function answerAll(session: Session, questions: Iterable<Question> | Questions, client: ChaosClient): Promise<boolean> {
  const iterator = questions[Symbol.iterator]() as Iterator<Question, void, Outcome | undefined>;
  let well = true;
  for (let next = iterator.next(undefined); !next.done;) {
    if (client.signal.aborted) break;
    const outcome = await ask(session, next.value, client);
    client.record(outcome);
    well &&= outcome.verdict === 'right' || outcome.verdict === 'wrong';
    next = iterator.next(outcome);
  }
  return well;
}

async function openConnection(client: ChaosClient): Promise<Connection | undefined> {
  return attempt('connect', client, () =>
    connect(client.urls.join(','), {
      connectTimeoutMs: CONNECT_MS,
      settings: client.client % 2 === 0 ? EXCHANGED : DISTRIBUTED,
      signal: AbortSignal.timeout(client.hangMs),
    }),
  );
}

async function attempt<T>(question: string, { client, now, record }: ChaosClient, work: () => Promise<T>): Promise<T | undefined> {
  const startedMs = now();
  try {
    return await work();
  } catch (error) {
    const code = isArbalestError(error) ? error.code : (error as Error).name;
    record({ client, question, startedMs, endedMs: now(), verdict: 'failed', retries: 0, code, message: (error as Error).message });
    return undefined;
  }
}
