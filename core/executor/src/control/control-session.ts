import type { arbalest } from '@arbalest/proto';
import type { Clock } from '@arbalest/spi';
import type { ControlChannel } from './control-channel.js';

type ExecutorMessage = arbalest.scheduler.v1.IExecutorMessage;
type TaskStatus = arbalest.scheduler.v1.ITaskStatus;

/** Beats of the scheduler that may be missed in a row, and the time that it may be silent however short they are. */
const MISSED_BEATS = 4;
const LEAST_SILENCE_MS = 1000;

/** Sends over one channel: statuses of one tick as one message, and a beat at every interval. Closes it when nothing comes back any more. */
export class ControlSession {
  readonly #channel: ControlChannel;
  readonly #clock: Clock;
  #statuses: TaskStatus[] = [];
  #flushing: NodeJS.Immediate | undefined;
  #stopBeat: () => void = () => undefined;
  /** Set when the scheduler has refused the executor. */
  refused = false;
  #heardAt: number;
  #silent = false;

  constructor(channel: ControlChannel, clock: Clock) {
    this.#channel = channel;
    this.#clock = clock;
    this.#heardAt = clock.monotonic();
  }

  /** Whether it was closed because nothing came from the scheduler. */
  get wentSilent(): boolean {
    return this.#silent;
  }

  /** Something came from the scheduler. */
  heard(): void {
    this.#heardAt = this.#clock.monotonic();
  }

  send(message: ExecutorMessage): void {
    this.#channel.send(message);
  }

  report(status: TaskStatus): void {
    this.#statuses.push(status);
    this.#flushing ??= setImmediate(() => this.flush());
  }

  flush(): void {
    clearImmediate(this.#flushing);
    this.#flushing = undefined;
    if (this.#statuses.length === 0) return;
    this.#channel.send({ statuses: this.#statuses });
    this.#statuses = [];
  }

  /** @param onSilent called once, before the session closes for want of messages */
  startBeat(intervalMs: number, beat: () => arbalest.scheduler.v1.IBeat, onSilent: () => void): void {
    this.#stopBeat();
    const next = (): void => {
      const due = this.#clock.monotonic() + intervalMs;
      this.#stopBeat = this.#clock.schedule(intervalMs, () => {
        // For as long as this process stood still it could not hear anything.
        this.#heardAt += Math.max(0, this.#clock.monotonic() - due);
        if (this.#isSilent(intervalMs)) return this.#giveUp(onSilent);
        this.#channel.send({ beat: beat() });
        next();
      });
    };
    next();
  }

  #isSilent(intervalMs: number): boolean {
    return this.#clock.monotonic() - this.#heardAt >= Math.max(LEAST_SILENCE_MS, intervalMs * MISSED_BEATS);
  }

  #giveUp(onSilent: () => void): void {
    this.#silent = true;
    onSilent();
    this.close();
  }

  close(): void {
    this.#stopBeat();
    this.flush();
    this.#channel.close();
  }
}
