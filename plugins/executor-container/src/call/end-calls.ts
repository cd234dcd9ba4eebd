import { setMaxListeners } from 'node:events';
import { cancelledError } from '@arbalest/spi';
import type { FunctionServer } from '../server/function-server.js';
import { functionsOf } from './call-error.js';
import type { BatchStream, Calls } from './calls.js';

/** How long a server may go on with a batch whose caller has left. */
const GRACE_MS = 2000;
const ASK_EVERY_MS = 100;

/** Streams that are open here, by server: what remains beyond them is at work for nobody. */
const open = new WeakMap<FunctionServer, Set<BatchStream>>();

export function countStream(server: FunctionServer, stream: BatchStream): void {
  const streams = open.get(server) ?? new Set();
  // One listener for each stream is no leak.
  setMaxListeners(0, server.gone);
  open.set(server, streams.add(stream));
  stream.over.addEventListener('abort', () => streams.delete(stream), { once: true });
}

/**
 * Ends streams. Those that are idle are closed; those with batches in flight are left with `reason`, and when the server goes on with a batch beyond the grace, its process is ended.
 * Never rejects.
 */
export async function endCalls(server: FunctionServer, streams: readonly BatchStream[], calls: Calls, reason?: Error): Promise<void> {
  const busy = streams.filter((stream) => stream.inFlight.batches > 0);
  for (const stream of streams) {
    if (busy.includes(stream)) stream.leave(reason ?? cancelledError('CANCELLED', `${functionsOf(calls.calls)} was left`));
    else stream.end();
  }
  if (busy.length > 0 && !(await hasStopped(server))) {
    server.kill(
      cancelledError(
        'FUNCTION_STOPPED',
        `${functionsOf(calls.calls)} went on for ${GRACE_MS} ms after its caller had left; its process was ended`,
      ),
    );
  }
  await Promise.all(streams.map((stream) => closed(stream, GRACE_MS)));
}

/** Resolves when a stream that was ended is over: the server closes it once it has answered. One that it does not close in time is left, and no harm done. */
export function closed(stream: BatchStream, withinMs: number): Promise<void> {
  if (stream.over.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => stream.leave(cancelledError('CANCELLED', 'The stream was not closed in time')), withinMs);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    stream.over.addEventListener('abort', done, { once: true });
  });
}

async function hasStopped(server: FunctionServer): Promise<boolean> {
  const end = performance.now() + GRACE_MS;
  while (performance.now() < end && !server.gone.aborted) {
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
    if (server.gone.aborted || (await callsOf(server)) <= (open.get(server)?.size ?? 0)) return true;
  }
  return server.gone.aborted;
}

/** How many calls run in a server; more than there can be when it does not say. */
async function callsOf({ client, description }: FunctionServer): Promise<number> {
  if (description.dialect !== 'arbalest') return Number.POSITIVE_INFINITY;
  try {
    for await (const answer of client.doAction({ type: 'arbalest.health' }, { timeoutMs: 1000 })) {
      const { calls } = JSON.parse(Buffer.from(answer).toString('utf8')) as { calls?: unknown };
      return typeof calls === 'number' ? calls : Number.POSITIVE_INFINITY;
    }
  } catch {
    // Asked again until the grace is over.
  }
  return Number.POSITIVE_INFINITY;
}
