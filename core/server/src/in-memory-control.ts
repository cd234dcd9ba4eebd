import type { ControlChannel } from '@arbalest/executor';
import type { arbalest } from '@arbalest/proto';
import type { ExecutorConnection } from '@arbalest/scheduler';
import { MessageQueue } from './message-queue.js';

type ExecutorMessage = arbalest.scheduler.v1.IExecutorMessage;
type SchedulerMessage = arbalest.scheduler.v1.ISchedulerMessage;

/** Both ends of a control stream within one process: the messages themselves are passed on, not encoded. */
export function inMemoryControl(): { readonly executor: ControlChannel; readonly scheduler: ExecutorConnection } {
  const toScheduler = new MessageQueue<ExecutorMessage>();
  const toExecutor = new MessageQueue<SchedulerMessage>();
  const close = () => {
    toScheduler.close();
    toExecutor.close();
  };
  return {
    executor: { send: (message) => toScheduler.push(message), messages: toExecutor, close },
    scheduler: { send: (message) => toExecutor.push(message), messages: toScheduler, close },
  };
}
