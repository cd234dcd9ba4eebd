import type { ServerWritableStream } from '@grpc/grpc-js';
import type { JobEvent } from '../messages.js';
import { callError } from './call-error.js';

/** Events as fast as the client takes them; the signal aborts when the client goes away. */
export async function serveEvents<Request>(
  call: ServerWritableStream<Request, JobEvent>,
  answer: (request: Request, signal: AbortSignal) => AsyncIterable<JobEvent>,
): Promise<void> {
  const gone = new AbortController();
  call.on('cancelled', () => gone.abort());
  call.on('error', () => gone.abort());
  call.on('close', () => gone.abort());
  try {
    for await (const event of answer(call.request, gone.signal)) {
      if (gone.signal.aborted) return;
      if (!call.write(event)) await drained(call, gone.signal);
    }
    call.end();
  } catch (thrown) {
    call.emit('error', callError(thrown));
  }
}

function drained<Request>(call: ServerWritableStream<Request, JobEvent>, gone: AbortSignal): Promise<void> {
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
