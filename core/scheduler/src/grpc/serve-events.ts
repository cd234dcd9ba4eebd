import type { ServerWritableStream } from '@grpc/grpc-js';
import type { SchedulerApi } from '../service/scheduler-api.js';
import type { ExecuteRequest, JobEvent } from '../messages.js';
import { callError } from './call-error.js';

/** Execute: events as fast as the client takes them; a client that goes away cancels its job. */
export async function serveEvents(
  service: Pick<SchedulerApi, 'execute'>,
  call: ServerWritableStream<ExecuteRequest, JobEvent>,
): Promise<void> {
  const gone = new AbortController();
  call.on('cancelled', () => gone.abort());
  call.on('error', () => gone.abort());
  call.on('close', () => gone.abort());
  try {
    for await (const event of service.execute(call.request, gone.signal)) {
      if (gone.signal.aborted) return;
      if (!call.write(event)) await drained(call, gone.signal);
    }
    call.end();
  } catch (thrown) {
    call.emit('error', callError(thrown));
  }
}

function drained(call: ServerWritableStream<ExecuteRequest, JobEvent>, gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      call.off('drain', done);
      gone.removeEventListener('abort', done);
      resolve();
    };
    call.on('drain', done);
    gone.addEventListener('abort', done);
    if (gone.aborted) done();
  });
}
