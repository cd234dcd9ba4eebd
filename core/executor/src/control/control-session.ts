import type { arbalest } from '@arbalest/proto';
import type { Clock } from '@arbalest/spi';
import type { ControlChannel } from './control-channel.js';

type ExecutorMessage = arbalest.scheduler.v1.IExecutorMessage;
type TaskStatus = arbalest.scheduler.v1.ITaskStatus;

/** Sends over one channel: statuses of one tick as one message, and a beat at every interval. */
export class ControlSession {
  readonly #channel: ControlChannel;
  readonly #clock: Clock;
  #statuses: TaskStatus[] = [];
  #flushing: NodeJS.Immediate | undefined;
  #stopBeat: () => void = () => undefined;

  constructor(channel: ControlChannel, clock: Clock) {
    this.#channel = channel;
    this.#clock = clock;
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

  startBeat(intervalMs: number, beat: () => arbalest.scheduler.v1.IBeat): void {
    this.#stopBeat();
    const next = (): void => {
      this.#stopBeat = this.#clock.schedule(intervalMs, () => {
        this.#channel.send({ beat: beat() });
        next();
      });
    };
    next();
  }

  close(): void {
    this.#stopBeat();
    this.flush();
    this.#channel.close();
  }
}
