import type { ErrorInfo, JobEvent, ResultPart } from '@arbalest/scheduler/testing';
import { ArbalestError, isArbalestError, toArbalestError, transientError } from '@arbalest/spi';
import type { Content } from '../data/rows.js';
import type { SimProcess } from '../engine/sim-process.js';
import type { SimRandom } from '../engine/sim-random.js';
import type { VirtualTime } from '../engine/virtual-time.js';
import type { Exchanges } from '../executor/exchanges.js';
import { decodeContent } from '../executor/inline-content.js';
import { addressOf, isUnavailable } from '../executor/sim-task.js';
import type { Network } from '../network/network.js';
import type { StreamEnd } from '../network/stream-end.js';
import type { EventsRequest, SimScheduler } from '../scheduler/sim-scheduler.js';
import { EventCheck } from './event-check.js';
import { SchedulerCalls } from './scheduler-calls.js';
import type { Outcome, SimStatement } from './statement.js';
import { StatementReader } from './statement-reader.js';

/** An executor that holds a part and cannot be reached for so long has lost it. */
const GIVE_UP_AFTER_MS = 3000;
const RELEASE_TRIES = 3;
/** How often a client asks for another run of a statement whose result is lost. */
const MOST_RUNS = 3;

export interface ClientWorld {
  readonly time: VirtualTime;
  readonly network: Network;
  readonly random: SimRandom;
  readonly schedulers: readonly string[];
  readonly onViolation: (text: string) => void;
  readonly onOutcome: (outcome: Outcome) => void;
}

/** How a client goes about one statement. */
interface Manner {
  /** Empty: it does not come back when its stream breaks. */
  readonly key: string;
  readonly detached: boolean;
  /** It leaves of its own will once it knows the job, and comes back later. */
  comesBackAfterMs: number | undefined;
  cancelled: boolean;
  gaveUp: boolean;
  /** A part of this run, plus 1, could not be read; 0 = none. */
  lostRun: number;
  runsAsked: number;
}

type Events = StreamEnd<EventsRequest, JobEvent>;

/** A client: runs its statements one after the other, reads what they answer, and sometimes changes its mind, or goes away and comes back. */
export class SimClient {
  private session = '';
  private readonly calls: SchedulerCalls;

  constructor(
    readonly process: SimProcess,
    private readonly statements: readonly SimStatement[],
    private readonly world: ClientWorld,
  ) {
    this.calls = new SchedulerCalls(process, world.network, world.time, world.schedulers);
  }

  async run(): Promise<void> {
    const { random, time } = this.world;
    for (const statement of this.statements) {
      await time.sleep(random.delay(1, 3000), this.process);
      this.session ||= await this.openSession();
      const outcome = await this.execute(statement);
      this.world.onOutcome(outcome);
      const { job } = outcome;
      if (job !== '')
        await this.calls.call(`release ${job}`, ({ service }) => service.releaseResult({ job }), RELEASE_TRIES).catch(() => undefined);
    }
  }

  private async openSession(): Promise<string> {
    const settings = { result_ttl: '60s', session_tasks: String(this.world.random.pick([0, 0, 2])) };
    const { session } = await this.calls.call('open session', ({ service }) => service.openSession({ settings }));
    return session!;
  }

  private async execute(statement: SimStatement): Promise<Outcome> {
    const { random } = this.world;
    const manner = this.mannerFor(statement);
    const reader = new StatementReader(
      (part) => this.readPart(part),
      (text) => this.violate(statement, text),
      manner.detached,
    );
    const { cancelled, ...end } = await this.follow(statement, manner, reader, random.chance(0.12));
    return { statement, job: reader.job, cancelled, mayComeBack: manner.key !== '', ...end };
  }

  private mannerFor({ sql }: SimStatement): Manner {
    const { random } = this.world;
    const key = random.chance(0.9) ? `${this.process.name}: ${sql}` : '';
    return {
      key,
      detached: key !== '' && random.chance(0.2),
      comesBackAfterMs: key !== '' && random.chance(0.15) ? random.delay(1, 8000) : undefined,
      cancelled: false,
      gaveUp: false,
      lostRun: 0,
      runsAsked: 0,
    };
  }

  /** Through all streams that it takes, until the statement has ended or there is no way to know what becomes of it. */
  private async follow(statement: SimStatement, manner: Manner, reader: StatementReader, cancels: boolean) {
    let cancelTimer: (() => void) | undefined;
    for (;;) {
      const stream = this.openStream(statement, manner, reader);
      if (cancels) cancelTimer ??= this.cancelLater(manner, reader, () => stream.close());
      try {
        await this.listen(stream, statement, manner, reader);
        return { cancelled: manner.cancelled, ...(await this.ended(reader)) };
      } catch (thrown) {
        stream.close();
        if (isLoss(thrown) && manner.key !== '' && reader.last.finished && reader.canBeginAnew && manner.runsAsked++ < MOST_RUNS) {
          reader.beginAnew();
          manner.lostRun = reader.run + 1;
          continue;
        }
        const goesOn = manner.key !== '' && !manner.gaveUp && this.calls.goesElsewhere(thrown);
        if (!goesOn) {
          cancelTimer?.();
          const { family, code, message } = toArbalestError(thrown);
          reader.fail(thrown as Error);
          const known = reader.last.failed ?? reader.last.finished;
          return { cancelled: manner.cancelled, end: known ? ('failed' as const) : ('unknown' as const), family, code, message };
        }
        await this.calls.pause();
      }
    }
  }

  private async ended(reader: StatementReader) {
    const { failed, finished } = reader.last;
    if (failed) throw errorOf(failed);
    return { end: 'finished' as const, written: Number(finished!.rows), ...(await reader.finish()) };
  }

  private openStream({ sql }: SimStatement, manner: Manner, { job, isBound }: StatementReader): Events {
    const { network, random } = this.world;
    const { key, detached, lostRun } = manner;
    const attaches = isBound && (lostRun > 0 || random.chance(0.5));
    const what = attaches ? `attach ${job}` : `execute ${sql}${key ? '' : ' without a key'}${detached ? ' detached' : ''}`;
    const stream = network.stream<SimScheduler, EventsRequest, JobEvent>(
      this.process,
      this.calls.address,
      what,
      (server, end) => void server.events(end),
    );
    const progressIntervalMs = random.pick([0, 0, 700])!;
    stream.send(
      attaches
        ? { attach: { job, progressIntervalMs, lostRun } }
        : { execute: { session: this.session, sql, key, detached, progressIntervalMs } },
    );
    return stream;
  }

  /** @throws transient error `SCHEDULER_LOST` when the stream ends before the statement does */
  private async listen(stream: Events, statement: SimStatement, manner: Manner, reader: StatementReader): Promise<void> {
    const check = new EventCheck((text) => this.violate(statement, text));
    for await (const event of stream.incoming) {
      check.take(event);
      reader.take(event);
      this.world.network.trace.noteLazily(`→ ${this.process.name}`, () => eventText(reader.job, event));
      if (event.finished || event.failed) return;
      if (manner.comesBackAfterMs !== undefined) await this.goAway(stream, manner);
    }
    throw transientError('SCHEDULER_LOST', 'The stream ended before the statement did');
  }

  private async goAway(stream: Events, manner: Manner): Promise<void> {
    stream.close();
    await this.world.time.sleep(manner.comesBackAfterMs!, this.process);
    manner.comesBackAfterMs = undefined;
  }

  private cancelLater(manner: Manner, reader: StatementReader, close: () => void): () => void {
    const { random, time } = this.world;
    return time.schedule(random.delay(1, 4000), this.process, () => {
      manner.cancelled = true;
      if (manner.key === '' && random.chance(0.5)) {
        manner.gaveUp = true;
        return close();
      }
      const { job } = reader;
      void this.calls.call(`cancel ${job}`, ({ service }) => service.cancelJob({ job }), RELEASE_TRIES).catch(() => undefined);
    });
  }

  /** A part of a result from the executor that holds it. @throws data-lost error */
  private async readPart({ inline, source }: ResultPart): Promise<Content> {
    if (inline) return decodeContent(inline);
    const { job, stage, task, attempt } = source!.exchange!;
    const name = `${job}/${stage}/${task}/${attempt}`;
    const { network, time } = this.world;
    const address = addressOf(source!.address!);
    for (const since = time.now; ;) {
      try {
        return await network.call(this.process, address, `read ${name}`, (server: { readonly exchanges: Exchanges }) =>
          server.exchanges.read(name),
        );
      } catch (thrown) {
        if (!isUnavailable(thrown) || time.now - since > GIVE_UP_AFTER_MS) throw asLoss(thrown);
        await this.calls.pause();
      }
    }
  }

  private violate({ sql }: SimStatement, text: string): void {
    this.world.onViolation(`${this.process.name}, ${sql}: ${text}`);
  }
}

function isLoss(thrown: unknown): boolean {
  return isArbalestError(thrown) && thrown.family === 'data-lost';
}

function errorOf({ family, code, message }: ErrorInfo): ArbalestError {
  return new ArbalestError(family as ArbalestError['family'], code!, message!);
}

/** Why a part could not be read is no reason to ask the scheduler again. */
function asLoss(thrown: unknown): unknown {
  return isUnavailable(thrown) ? new ArbalestError('data-lost', 'EXCHANGE_LOST', thrown.message) : thrown;
}

function eventText(job: string, { accepted, part, finished, failed }: JobEvent): string {
  if (accepted) return `${job} accepted`;
  if (part) return `${job} part ${part.index}, attempt ${part.attempt}${part.inline ? ' inline' : ` at ${part.source!.executor}`}`;
  if (finished) return `${job} finished`;
  return failed ? `${job} failed: ${failed.code}` : '';
}
