import { arbalest } from '@arbalest/proto';
import { Changes } from '../exchange/changes.js';
import type { ConnectControl, ControlChannel } from '../control/control-channel.js';

type ExecutorMessage = arbalest.scheduler.v1.IExecutorMessage;
type SchedulerMessage = arbalest.scheduler.v1.ISchedulerMessage;
type TaskStatus = arbalest.scheduler.v1.ITaskStatus;
const { State } = arbalest.scheduler.v1.TaskStatus;

const BEAT_MS = 20;

/** One way to several schedulers, by their addresses. */
export function connectTo(schedulers: Readonly<Record<string, FakeScheduler>>): ConnectControl {
  return async (signal, address) => {
    const scheduler = schedulers[address];
    if (scheduler === undefined) throw new Error(`There is no scheduler at ${address}`);
    return scheduler.connect(signal, address);
  };
}

/** The other end of an executor's control stream, as a test plays it. Registers whoever comes, and sends beats. */
export class FakeScheduler {
  readonly key = new Uint8Array(32).fill(3);
  readonly registrations: arbalest.scheduler.v1.IRegister[] = [];
  readonly messages: ExecutorMessage[] = [];
  readonly #changes = new Changes();
  #channel: { push(message: SchedulerMessage): void; end(): void } | undefined;
  refuse: arbalest.scheduler.v1.IErrorInfo | undefined;
  down = false;
  /** The stream stays open, and nothing comes from it. */
  silent = false;
  /** What else is said to who registers. */
  registered: arbalest.scheduler.v1.IRegistered = {};
  /** Channels that are open. */
  open = 0;

  readonly connect: ConnectControl = async () => {
    if (this.down) throw new Error('There is no scheduler');
    const queue: SchedulerMessage[] = [];
    const changes = new Changes();
    let ended = false;
    const push = (message: SchedulerMessage): void => {
      if (this.silent) return;
      queue.push(message);
      changes.notify();
    };
    this.open++;
    const beats = setInterval(() => push({ beat: true }), BEAT_MS);
    const end = (): void => {
      if (ended) return;
      this.open--;
      clearInterval(beats);
      ended = true;
      changes.notify();
      this.#changes.notify();
    };
    const never = new AbortController().signal;
    const messages = (async function* () {
      for (;;) {
        while (queue.length > 0) yield queue.shift()!;
        if (ended) return;
        await changes.next(never);
      }
    })();
    this.#channel = { push, end };
    const channel: ControlChannel = { messages, close: end, send: (message) => ended || this.#receive(message) };
    return channel;
  };

  send(message: SchedulerMessage): void {
    this.#channel!.push(message);
  }

  /** The stream breaks. */
  break(): void {
    this.#channel!.end();
  }

  statuses(): TaskStatus[] {
    return this.messages.flatMap(({ statuses }) => statuses ?? []);
  }

  /** The first status with which the task is over. */
  async outcome(ref: arbalest.scheduler.v1.ITaskRef): Promise<TaskStatus> {
    return this.until(() => this.statuses().find((status) => sameTask(status.ref, ref) && status.state !== State.RUNNING));
  }

  async until<T>(look: () => T | undefined): Promise<T> {
    const signal = AbortSignal.timeout(10_000);
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      await this.#changes.next(signal);
    }
  }

  #receive(message: ExecutorMessage): void {
    this.messages.push(message);
    if (message.register) {
      this.registrations.push(message.register);
      const refused = this.refuse === undefined ? {} : { refused: this.refuse };
      this.send({ registered: { exchangeKey: this.key, beatIntervalMs: BEAT_MS, ...this.registered, ...refused } });
    }
    this.#changes.notify();
  }
}

function sameTask(a: arbalest.scheduler.v1.ITaskRef | null | undefined, b: arbalest.scheduler.v1.ITaskRef): boolean {
  return (
    a?.job === b.job && (a?.stage ?? 0) === (b.stage ?? 0) && (a?.task ?? 0) === (b.task ?? 0) && (a?.attempt ?? 0) === (b.attempt ?? 0)
  );
}
