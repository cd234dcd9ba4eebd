import { arbalest } from '@arbalest/proto';
import type { ExecutorConnection } from '@arbalest/scheduler';
import type { ExecutorMessage, LaunchTask, SchedulerMessage, TaskStatus } from '@arbalest/scheduler/testing';

const { State } = arbalest.scheduler.v1.TaskStatus;

/** An executor that runs nothing: it says that each task runs, and a turn of the event loop later that it has ended, in batches as a real one does. */
export class SimulatedExecutor {
  /** Tasks that it was told to run so far. */
  launched = 0;
  /** A task for which this is false goes on running. */
  ends: (launch: LaunchTask) => boolean = () => true;
  private outgoing: ExecutorMessage[] = [];
  private wake: (() => void) | undefined;
  private running: LaunchTask[] = [];
  private isOver = false;

  constructor(
    private readonly id: string,
    private readonly slots: number,
    /** Called when it was told to run something. */
    private readonly told: () => void,
  ) {}

  connection(): ExecutorConnection {
    const [executor, slots] = [this.id, this.slots];
    const address = `grpc://${executor}:1`;
    this.say({
      register: {
        executor,
        host: executor,
        pid: 1,
        address,
        slots,
        threads: 1,
        memoryBytes: 2 ** 30,
        version: '1',
        known: [],
        functionSources: [],
      },
    });
    return { messages: this.messages(), send: (message) => this.hear(message), close: () => this.end() };
  }

  end(): void {
    this.isOver = true;
    this.wake?.();
  }

  private async *messages(): AsyncGenerator<ExecutorMessage, void, undefined> {
    while (!this.isOver) {
      const batch = this.outgoing;
      this.outgoing = [];
      yield* batch;
      if (this.outgoing.length === 0 && !this.isOver) await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private hear({ launches, cancels }: SchedulerMessage): void {
    if (cancels?.length) this.say({ statuses: cancels.map((ref) => ({ ref, state: State.CANCELLED })) });
    if (!launches?.length) return;
    this.launched += launches.length;
    this.told();
    if (this.running.length === 0) setImmediate(() => this.begin());
    this.running.push(...launches);
  }

  private begin(): void {
    const batch = this.running;
    this.running = [];
    this.say({ statuses: batch.map(({ ref }) => ({ ref: ref!, state: State.RUNNING })) });
    setImmediate(() => this.say({ statuses: batch.filter((launch) => this.ends(launch)).map(finished) }));
  }

  private say(message: ExecutorMessage): void {
    this.outgoing.push(message);
    this.wake?.();
  }
}

function finished({ ref }: LaunchTask): TaskStatus {
  return { ref: ref!, state: State.FINISHED, partitionRows: [1], partitionBytes: [8] };
}
