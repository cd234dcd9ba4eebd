import type { SchedulerService } from '@arbalest/scheduler';
import type { AttachJobRequest, ExecuteRequest, ExecutorMessage, JobEvent, SchedulerMessage } from '@arbalest/scheduler/testing';
import type { SimProcess } from '../engine/sim-process.js';
import type { Trace } from '../engine/trace.js';
import { executorMessageText } from '../executor/message-text.js';
import type { StreamEnd } from '../network/stream-end.js';

/** Which service of a process takes the calls: always the same one, or the present one while it leads. */
export interface SchedulerSeat {
  /** @throws transient error `NOT_LEADER`, or `SCHEDULER_STOPPED` while it is not ready */
  service(): SchedulerService;
}

/** What a request of a client asks for: a new job, or the events of one that there is. */
export interface EventsRequest {
  readonly execute?: ExecuteRequest;
  readonly attach?: AttachJobRequest;
}

/** One life of a scheduler: the real one, at the simulated network. */
export class SimScheduler {
  constructor(
    readonly process: SimProcess,
    private readonly seat: SchedulerSeat,
    private readonly trace: Trace,
  ) {}

  get service(): SchedulerService {
    return this.seat.service();
  }

  attachExecutor(end: StreamEnd<SchedulerMessage, ExecutorMessage>): void {
    try {
      this.service.attachExecutor({
        send: (message) => end.send(message),
        messages: overheard(end.incoming, (message) =>
          this.trace.noteLazily(`executor → ${this.process.name}`, () => executorMessageText(message)),
        ),
        close: () => end.close(),
      });
    } catch (thrown) {
      const { family, code, message, details } = thrown as Error & { family: string; code: string; details: { leader?: string } };
      end.send({ registered: { refused: { family, code, message, leader: details.leader ?? '' } } });
      end.close();
    }
  }

  /** The first message of the stream is the request; the job's events are what comes back. */
  async events(end: StreamEnd<JobEvent, EventsRequest>): Promise<void> {
    const abort = new AbortController();
    const requests = end.incoming[Symbol.asyncIterator]();
    try {
      const { value: request } = await requests.next();
      if (!request) return end.close();
      void gone(requests).then(() => abort.abort(GONE));
      const { execute, attach } = request;
      const events = execute ? this.service.execute(execute, abort.signal) : this.service.attachJob(attach!, abort.signal);
      for await (const event of events) end.send(event);
      end.close();
    } catch (thrown) {
      end.close(thrown as Error);
    }
  }
}

async function* overheard<Message>(messages: AsyncIterable<Message>, hear: (message: Message) => void): AsyncGenerator<Message> {
  for await (const message of messages) {
    hear(message);
    yield message;
  }
}

const GONE = new Error('The other side has gone');

/** Resolves when the other side has gone, however it went. */
async function gone(messages: AsyncIterator<unknown>): Promise<void> {
  try {
    await messages.next();
  } catch {
    // A broken stream is as good as an ended one.
  }
}
