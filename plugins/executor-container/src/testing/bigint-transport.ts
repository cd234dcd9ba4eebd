import { silentLog } from '@arbalest/spi';
import { column } from '../arrow/column.js';
import { layoutOf } from '../arrow/layout.js';
import { toWireField } from '../arrow/sql-type.js';
import { CallMemory } from '../call/call-memory.js';
import { openStream, sharedFileBytes } from '../call/open-stream.js';
import type { PendingBatch } from '../call/calls.js';
import { createPool } from '../server/create-pool.js';
import { configWith } from './pool-options.js';

/** Batches to a function of an image and back, without anything of a query around them. */
export interface BigintTransport extends AsyncDisposable {
  /** Sends a batch so often, as many at a time as the stream takes, and reads all answers. */
  run(batch: BigInt64Array, times: number): Promise<void>;
}

const FIELD = toWireField({ name: 'value', type: { id: 'BIGINT' } });

/**
 * A stream to a function of one BIGINT that returns a BIGINT, in a sandboxed container of its own.
 *
 * @param shared through shared memory, else through the socket
 */
export async function openBigintTransport(image: string, name: string, shared: boolean): Promise<BigintTransport> {
  const pool = createPool(configWith(), { log: silentLog, cpus: 2 });
  const { signal } = new AbortController();
  const source = await pool.resolve({ kind: 'image', image }, signal);
  const lease = await pool.acquire({ source, requests: {}, user: '', signal });
  const calls = {
    calls: [{ name, function: name, operation: 'scalar' as const, arguments: [0], options: {} }],
    ...{ input: [FIELD], output: [FIELD], table: false, errors: 'fail' as const, query: 'transport', user: '', timeoutMs: 0 },
  };
  const { server } = lease;
  const memory = new CallMemory();
  const input = shared ? memory.inputs.take(server, server.sharedMemory!, sharedFileBytes(server)) : undefined;
  const stream = openStream(server, calls, input === undefined ? undefined : { input, bodies: memory.bodies });
  return {
    async run(batch, times) {
      const source = new Uint8Array(batch.buffer, batch.byteOffset, batch.byteLength);
      const pending: { readonly answer: PendingBatch; readonly body: Uint8Array }[] = [];
      const finish = async ({ answer, body }: (typeof pending)[number]): Promise<void> => {
        (await answer.next())?.memory?.release();
        input?.release(body);
        memory.bodies.release(body.buffer);
      };
      for (let sent = 0; sent < times;) {
        const { batches, bytes } = stream.inFlight;
        const room = batches < stream.limits.inFlightBatches && bytes + batch.byteLength <= stream.limits.inFlightBytes;
        if (room || batches === 0) {
          const body = input?.allocate(batch.byteLength) ?? memory.bodies.allocate(batch.byteLength);
          body.set(source);
          pending.push({ answer: stream.send(batch.length, [column(layoutOf(FIELD), batch.length, { data: body })]), body });
          sent++;
        } else await finish(pending.shift()!);
      }
      for (const each of pending) await finish(each);
    },
    async [Symbol.asyncDispose]() {
      stream.end();
      memory.close();
      lease.release();
      await pool[Symbol.asyncDispose]();
    },
  };
}
