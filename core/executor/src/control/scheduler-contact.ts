import type { arbalest } from '@arbalest/proto';
import type { Clock, Log, Randomness } from '@arbalest/spi';
import { transientError } from '@arbalest/spi';
import { fromErrorInfo } from '../task/error-info.js';
import type { ConnectControl, ControlChannel } from './control-channel.js';
import { ControlSession } from './control-session.js';
import type { SchedulerAddresses } from './scheduler-addresses.js';

type Registered = arbalest.scheduler.v1.IRegistered;

const FIRST_PAUSE_MS = 100;
const DEFAULT_BEAT_MS = 1000;
/** Of several schedulers one takes over within seconds, and what an executor runs waits for it. */
const TAKEOVER_PAUSE_MS = 300;
/** For a connection, and then for the answer to the registration. Where there is another scheduler to go to, one is not waited for as long. */
const ANSWER_MS = { alone: 5000, several: 2000 };

export interface SchedulerContactOptions {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly log: Log;
  /** Longest pause between two rounds of attempts. */
  readonly reconnectMaxMs: number;
  /** Ends the contact. */
  readonly stopping: AbortSignal;
  /** The first message on each channel. */
  readonly registration: () => arbalest.scheduler.v1.IExecutorMessage;
  readonly beat: () => arbalest.scheduler.v1.IBeat;
  /** A scheduler has taken the executor; `session` is current from now on. */
  readonly onRegistered: (registered: Registered, session: ControlSession) => void;
  readonly onMessage: (message: arbalest.scheduler.v1.ISchedulerMessage) => void;
  /** There is no scheduler now. Called again for each attempt that fails. */
  readonly onLost: () => void;
}

/**
 * The way of an executor to the scheduler that leads, from the first attempt to `stopping`. A channel is left for another when it breaks, when nothing
 * comes from the scheduler for four beats, or when the scheduler turns out to have been deposed.
 */
export class SchedulerContact {
  #session: ControlSession | undefined;
  #refusal: Error | undefined;
  /** The cluster that the executor belongs to, by its key, and the greatest term that was heard in it. */
  #cluster = { key: '', term: 0 };

  constructor(
    private readonly connect: ConnectControl,
    private readonly addresses: SchedulerAddresses,
    private readonly options: SchedulerContactOptions,
  ) {}

  /** Undefined while no scheduler has taken the executor. */
  get session(): ControlSession | undefined {
    return this.#session;
  }

  /** @throws the scheduler's error when it refuses the executor for good */
  async run(): Promise<void> {
    const { stopping, randomness, reconnectMaxMs } = this.options;
    let pause = FIRST_PAUSE_MS;
    let failures = 0;
    while (!stopping.aborted) {
      const taken = await this.#attempt();
      if (stopping.aborted) return;
      failures = taken ? 0 : failures + 1;
      if (taken) pause = FIRST_PAUSE_MS;
      // All schedulers are tried before there is a pause.
      if (failures % this.addresses.count !== 0) continue;
      await this.#wait(pause * (0.5 + randomness.next() / 2));
      pause = Math.min(pause * 2, this.addresses.count > 1 ? Math.min(TAKEOVER_PAUSE_MS, reconnectMaxMs) : reconnectMaxMs);
    }
  }

  /** @returns whether a scheduler had taken the executor */
  async #attempt(): Promise<boolean> {
    const channel = await this.#open();
    return channel !== undefined && (await this.#converse(channel));
  }

  async #open(): Promise<ControlChannel | undefined> {
    const { clock, stopping, log } = this.options;
    const scheduler = this.addresses.next;
    const attempt = new AbortController();
    const late = (): void => attempt.abort(transientError('CONNECT_TIMEOUT', 'The scheduler does not answer'));
    const cancelTimer = clock.schedule(this.#answerMs(), late);
    try {
      return await this.connect(AbortSignal.any([attempt.signal, stopping]), scheduler);
    } catch (error) {
      log.warn('Cannot connect to the scheduler', { scheduler, cause: (error as Error).message });
      this.addresses.failed();
      this.options.onLost();
      return undefined;
    } finally {
      cancelTimer();
    }
  }

  /** The life of one channel. */
  async #converse(channel: ControlChannel): Promise<boolean> {
    const { clock, stopping, log } = this.options;
    const session = new ControlSession(channel, clock);
    const close = (): void => session.close();
    stopping.addEventListener('abort', close);
    session.send(this.options.registration());
    const cancelTimer = clock.schedule(this.#answerMs(), close);
    try {
      for await (const message of channel.messages) {
        session.heard();
        if (message.registered) {
          cancelTimer();
          if (!this.#takes(message.registered, session)) break;
        }
        this.options.onMessage(message);
      }
    } catch (error) {
      if (error === this.#refusal) throw error;
      log.warn('The stream to the scheduler has broken', { scheduler: this.addresses.next, cause: (error as Error).message });
    } finally {
      cancelTimer();
      stopping.removeEventListener('abort', close);
      this.options.onLost();
      session.close();
    }
    return this.#left(session);
  }

  /** Why the session is over decides where to go next: to the same scheduler again when it was only the stream. */
  #left(session: ControlSession): boolean {
    const taken = this.#session === session;
    this.#session = undefined;
    if (session.wentSilent || !(taken || session.refused)) this.addresses.failed();
    return taken;
  }

  /** @throws what refuses the executor for good */
  #takes(registered: Registered, session: ControlSession): boolean {
    const { log } = this.options;
    const scheduler = this.addresses.next;
    if (registered.refused) return this.#refused(registered.refused, session, scheduler);
    if (!this.#follows(registered)) {
      log.warn('A scheduler that was deposed is left', { scheduler, term: registered.term ?? 0, known: this.#cluster.term });
      return false;
    }
    this.addresses.took();
    this.addresses.learn(registered.schedulers ?? []);
    this.#session = session;
    session.startBeat(registered.beatIntervalMs || DEFAULT_BEAT_MS, this.options.beat, () =>
      log.warn('Nothing comes from the scheduler any more', { scheduler }),
    );
    this.options.onRegistered(registered, session);
    log.info('Registered with the scheduler', { scheduler });
    return true;
  }

  #refused(info: arbalest.scheduler.v1.IErrorInfo, session: ControlSession, scheduler: string): false {
    const error = fromErrorInfo(info);
    if (error.family !== 'transient') throw (this.#refusal = error);
    session.refused = true;
    this.options.log.info('The scheduler does not take executors now', { scheduler, cause: error.message, leader: info.leader ?? '' });
    this.addresses.failed(info.leader);
    return false;
  }

  /** Terms of another cluster, or of one that has lost all that it knew, are no measure. */
  #follows({ exchangeKey, term }: Registered): boolean {
    const key = Buffer.from(exchangeKey ?? []).toString('hex');
    const known = key === this.#cluster.key ? this.#cluster.term : 0;
    if ((term ?? 0) < known) return false;
    this.#cluster = { key, term: term ?? 0 };
    return true;
  }

  #answerMs(): number {
    return this.addresses.count > 1 ? ANSWER_MS.several : ANSWER_MS.alone;
  }

  #wait(ms: number): Promise<void> {
    const { stopping, clock } = this.options;
    return new Promise((resolve) => {
      const end = (): void => {
        cancel();
        stopping.removeEventListener('abort', end);
        resolve();
      };
      const cancel = clock.schedule(ms, end);
      stopping.addEventListener('abort', end);
    });
  }
}
