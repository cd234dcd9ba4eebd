import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { ExecutorConnection } from '../cluster/executor-connection.js';
import type { ExecutorMessage, SchedulerMessage } from '../messages.js';
import { EventQueue } from '../service/event-queue.js';

/** An executor's gRPC stream as a connection. Messages that arrive wait here without a bound: they are few, and control must not stall. */
export function controlConnection(call: ServerDuplexStream<ExecutorMessage, SchedulerMessage>): ExecutorConnection {
  const received = new EventQueue<ExecutorMessage>();
  let open = true;
  const over = (): void => {
    open = false;
    received.end();
  };
  call.on('data', (message: ExecutorMessage) => received.push(message));
  for (const event of ['end', 'error', 'cancelled', 'close']) call.on(event, over);
  return {
    messages: received,
    send: (message) => void (open && call.write(message)),
    close: () => {
      if (!open) return;
      over();
      call.end();
    },
  };
}
