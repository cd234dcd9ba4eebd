import { SchedulerServer, SchedulerService } from '@arbalest/scheduler';
import type { AttachJobRequest, ExecuteRequest, ExecutorMessage, JobEvent, SchedulerMessage } from '@arbalest/scheduler/testing';
import type { StateStore } from '@arbalest/spi';
import type { SimProcess } from '../engine/sim-process.js';
import { executorMessageText } from '../executor/message-text.js';
import type { StreamEnd } from '../network/stream-end.js';
import { logOf, type SchedulerSurroundings, simOptions } from './sim-options.js';

/** A leader that is not heard for so long is replaced, milliseconds. */
const LEASE_MS = 3000;

/** What a request of a client asks for: a new job, or the events of one that there is. */
export interface EventsRequest {
  readonly execute?: ExecuteRequest;
  readonly attach?: AttachJobRequest;
}

/** One life of a scheduler: the real one, at the simulated network. */
export class SimScheduler {
  readonly process: SimProcess;
  readonly service: SchedulerServer;

  /** @param id of this life of the process */
  constructor(
    id: string,
    state: StateStore,
    private readonly surroundings: SchedulerSurroundings,
  ) {
    const { process, network, onBug } = surroundings;
    this.process = process;
    this.service = new SchedulerServer({
      state,
      clock: process.clock,
      log: logOf(surroundings),
      id,
      address: () => `grpc://${process.name}`,
      leaseMs: LEASE_MS,
      watchProcess: (address, gone) => network.watch(process, address.replace('grpc://', ''), gone),
      version: 'sim',
      randomBytes: (count) => new Uint8Array(count),
      scheduler: (parts) => new SchedulerService({ ...simOptions(surroundings), ...parts }),
    });
    this.service.start().catch((thrown: unknown) => onBug(`It cannot start: ${String(thrown)}`));
  }

  attachExecutor(end: StreamEnd<SchedulerMessage, ExecutorMessage>): void {
    const hear = (message: ExecutorMessage): void =>
      this.surroundings.trace.noteLazily(`executor → ${this.process.name}`, () => executorMessageText(message));
    this.service.attachExecutor({
      send: (message) => end.send(message),
      messages: overheard(end.incoming, hear),
      close: () => end.close(),
    });
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
