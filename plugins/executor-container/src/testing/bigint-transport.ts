import { silentLog } from '@arbalest/spi';
import { column } from '../arrow/column.js';
import { layoutOf } from '../arrow/layout.js';
import { toWireField } from '../arrow/sql-type.js';
import { openStream } from '../call/open-stream.js';
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
  const stream = openStream(lease.server, calls, shared);
  return {
    async run(batch, times) {
      const data = new Uint8Array(batch.buffer, batch.byteOffset, batch.byteLength);
      const columns = [column(layoutOf(FIELD), batch.length, { data })];
      const pending: PendingBatch[] = [];
      for (let sent = 0; sent < times;) {
        const { batches, bytes } = stream.inFlight;
        const room = batches < stream.limits.inFlightBatches && bytes + batch.byteLength <= stream.limits.inFlightBytes;
        if (room || batches === 0) {
          pending.push(stream.send(batch.length, columns));
          sent++;
        } else await pending.shift()!.next();
      }
      for (const each of pending) await each.next();
    },
    async [Symbol.asyncDispose]() {
      stream.end();
      lease.release();
      await pool[Symbol.asyncDispose]();
    },
  };
}
