import { readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FlightFrame, type ReceivedFrame } from '@arbalest/flight';
import { type ArbalestError, toArbalestError } from '@arbalest/spi';
import { afterEach, describe, expect, test } from 'vitest';
import { type Column, column } from '../arrow/column.js';
import { layoutOf } from '../arrow/layout.js';
import { toWireField } from '../arrow/sql-type.js';
import { copyPieces, writeBatch } from '../arrow/write-batch.js';
import { writeSchema } from '../arrow/write-schema.js';
import { HEADER_BYTES } from './batch-header.js';
import { BodyPool } from './body-pool.js';
import { CallStream } from './call-stream.js';
import type { Calls } from './calls.js';

import type { SharedFolders } from '../server/function-server.js';
import { SharedFiles } from './shared-files.js';
import { SharedInput } from './shared-input.js';
import { type HostileServer, startHostileServer } from './testing/hostile-server.js';

const FIELD = toWireField({ name: 'v', type: { id: 'BIGINT' } });
const ROW = toWireField({ name: 'row', type: { id: 'INTEGER' } });
const SCHEMA: FlightFrame = { metadata: writeSchema([FIELD]) };
const TABLE_SCHEMA: FlightFrame = { metadata: writeSchema([ROW, FIELD]) };

const SHARED_BYTES = 1 << 24;

function sharedFiles({ input, output: folder }: SharedFolders): SharedFiles {
  return new SharedFiles({
    input: SharedInput.create(input, SHARED_BYTES),
    output: { folder, bytes: SHARED_BYTES },
    bodies: new BodyPool(),
  });
}

function calls(more: Partial<Calls> = {}): Calls {
  const call = { name: 'echo', function: 'echo', operation: 'scalar', arguments: [0], options: {} } as const;
  return { calls: [call], input: [FIELD], output: [FIELD], table: false, errors: 'fail', query: 'q', user: 'u', timeoutMs: 5000, ...more };
}

function bigints(rows: number): Column {
  return column(layoutOf(FIELD), rows, { data: new Uint8Array(8 * rows) });
}

function rowNumbers(...rows: number[]): Column {
  return column(layoutOf(ROW), rows.length, { data: new Uint8Array(Int32Array.from(rows).buffer) });
}

interface HeaderParts {
  readonly version?: number;
  readonly kind?: number;
  readonly flags?: number;
  readonly rows?: number;
  readonly id?: number;
  readonly at?: number;
  readonly length?: number;
}

function header({ version = 1, kind = 1, flags = 1, rows = 0, id = 1, at = 0, length = 0 }: HeaderParts): Uint8Array {
  const view = new DataView(new ArrayBuffer(HEADER_BYTES));
  view.setUint8(0, version);
  view.setUint8(1, kind);
  view.setUint16(2, flags, true);
  view.setUint32(4, rows, true);
  [id, at, length].forEach((value, i) => view.setBigUint64(8 + 8 * i, BigInt(value), true));
  return new Uint8Array(view.buffer);
}

function answer(columns: readonly Column[], parts: HeaderParts = {}): FlightFrame {
  const rows = columns[0]?.length ?? 0;
  const pieces = writeBatch(rows, columns);
  return {
    metadata: pieces.metadata,
    body: copyPieces(pieces, new Uint8Array(pieces.bodyLength)),
    appMetadata: header({ rows, ...parts }),
  };
}

/** Answers with these frames as soon as the first batch is there. */
function frames(...sent: (FlightFrame | ((batch: ReceivedFrame, folder: string) => FlightFrame))[]) {
  return async function* (received: AsyncIterable<ReceivedFrame>, { folder }: { readonly folder: string }): AsyncGenerator<FlightFrame> {
    let count = 0;
    for await (const frame of received) {
      if (count++ === 0) continue;
      for (const each of sent) yield typeof each === 'function' ? each(frame, folder) : each;
    }
  };
}

describe('a server that does not keep to the protocol', () => {
  let server: HostileServer | undefined;
  afterEach(() => server?.close());

  async function failure(
    reply: Parameters<typeof startHostileServer>[0],
    options: { rows?: number; calls?: Partial<Calls>; shared?: boolean } = {},
  ): Promise<ArbalestError> {
    server = await startHostileServer(reply);
    const rows = options.rows ?? 4;
    const shared = options.shared === true ? sharedFiles(server.sharedMemory!) : undefined;
    const stream = new CallStream(server, calls(options.calls), { inFlightBatches: 8, inFlightBytes: 1 << 26 }, shared);
    const batch = stream.send(rows, [bigints(rows)]);
    const error = await (async () => {
      for (let next = await batch.next(); next !== undefined; next = await batch.next())
        if (next.last) return expect.fail('It was answered');
      return undefined;
    })().catch(toArbalestError);
    expect(stream.over.aborted).toBe(true);
    return error as ArbalestError;
  }

  const ok = answer([bigints(4)]);
  test.each<[string, RegExp, FlightFrame[]]>([
    ['no schema', /holds no schema/, [{ appMetadata: header({}) }]],
    [
      'another schema',
      /types \[u\], and \[l\] were agreed on/,
      [{ metadata: writeSchema([toWireField({ name: 'v', type: { id: 'VARCHAR' } })]) }],
    ],
    ['a batch in place of the schema', /not a schema/, [ok]],
    ['no header', /no header of the protocol/, [SCHEMA, { ...ok, appMetadata: new Uint8Array(3) }]],
    ['another version of the header', /no header of the protocol/, [SCHEMA, { ...ok, appMetadata: header({ version: 2, rows: 4 }) }]],
    ['another batch', /answers batch 2, and batch 1 is in line/, [SCHEMA, answer([bigints(4)], { id: 2 })]],
    ['a second answer', /none is in line/, [SCHEMA, ok, ok]],
    ['fewer rows', /gave 3 rows for 4/, [SCHEMA, answer([bigints(3)])]],
    ['rows that the header does not count', /counts 9 rows/, [SCHEMA, answer([bigints(4)], { rows: 9 })]],
    ['two columns', /2 columns where the schema has 1/, [SCHEMA, answer([bigints(4), bigints(4)])]],
    ['a kind that there is not', /of kind 9/, [SCHEMA, answer([bigints(4)], { kind: 9 })]],
    ['shared memory that there is not', /there is none/, [SCHEMA, { appMetadata: header({ kind: 2, rows: 4 }) }]],
    ['an error that is not JSON', /not JSON/, [SCHEMA, { appMetadata: Buffer.concat([header({ kind: 3 }), Buffer.from('{')]) }]],
    [
      'an error of no class',
      /An error.class should be/,
      [SCHEMA, { appMetadata: Buffer.concat([header({ kind: 3 }), Buffer.from('{}')]) }],
    ],
    ['a body that is cut off', /ends at byte/, [SCHEMA, { ...ok, body: new Uint8Array(8) }]],
  ])('%s', async (what, text, sent) => {
    if (what === 'a second answer') {
      server = await startHostileServer(frames(...sent));
      const stream = new CallStream(server, calls(), { inFlightBatches: 8, inFlightBytes: 1 << 26 });
      await stream.send(4, [bigints(4)]).next();
      await expect.poll(() => stream.over.aborted).toBe(true);
      expect((stream.over.reason as Error).message).toMatch(text);
    } else {
      const error = await failure(frames(...sent));
      expect(error).toMatchObject({ family: 'user', code: 'FUNCTION_ANSWER' });
      expect(error.message).toMatch(text);
      expect(error.message).toContain('Function "echo"');
    }
    expect(server!.killed).toHaveLength(1);
  });

  test('an end before the answer', async () => {
    const error = await failure(async function* (received) {
      yield SCHEMA;
      let count = 0;
      for await (const _ of received) if (count++ > 0) return;
    });
    expect(error.message).toMatch(/ended the stream, and 1 batches are not answered/);
  });

  test('no answer at all', async () => {
    const silence = frames();
    const error = await failure(silence, { calls: { timeoutMs: 200 } });
    expect(error).toMatchObject({ code: 'FUNCTION_TIMEOUT', message: expect.stringContaining('200 ms') as string });
    expect(server!.killed).toHaveLength(1);
  });

  test('an endless table is read only as fast as it is wanted, and ends at the deadline', async () => {
    let made = 0;
    const endless = async function* (received: AsyncIterable<ReceivedFrame>): AsyncGenerator<FlightFrame> {
      yield TABLE_SCHEMA;
      let count = 0;
      for await (const _ of received) {
        if (count++ === 0) continue;
        const many = answer([rowNumbers(...new Array<number>(100_000).fill(0)), bigints(100_000)], { flags: 0 });
        for (; ; made++) yield many;
      }
    };
    const table = { calls: [{ name: 'rows', function: 'rows', operation: 'table', arguments: [0], options: {} }], table: true } as const;
    server = await startHostileServer(endless);
    const stream = new CallStream(server, calls({ ...table, timeoutMs: 1000 }), { inFlightBatches: 8, inFlightBytes: 1 << 26 });
    const batch = stream.send(4, [bigints(4)]);
    await batch.next();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    // 1.2 MB each: sockets and both ends hold some, and nobody took more than one.
    expect(made).toBeLessThan(80);
    expect(stream.over.aborted).toBe(false);
    const end = (async () => {
      while ((await batch.next()) !== undefined);
    })();
    await expect(end).rejects.toMatchObject({ code: 'FUNCTION_TIMEOUT' });
  });

  test.each<[string, RegExp, number[], number]>([
    ['rows that fall', /comes after one made from row 2/, [0, 2, 1], 1],
    ['rows beyond the batch', /row 4 of a batch of 4/, [0, 4], 1],
    ['rows below the first', /made from row -1/, [-1], 1],
  ])('a table with %s', async (_, text, rows, flags) => {
    const table = { calls: [{ name: 'rows', function: 'rows', operation: 'table', arguments: [0], options: {} }], table: true } as const;
    const error = await failure(frames(TABLE_SCHEMA, answer([rowNumbers(...rows), bigints(rows.length)], { flags })), { calls: table });
    expect(error.message).toMatch(text);
  });

  describe('in shared memory', () => {
    const ROWS = 100_000;
    const outputFile = (folder: string): string =>
      join(
        folder,
        readdirSync(folder).find((name) => name.endsWith('.out'))!,
      );
    const room = (batch: ReceivedFrame): { at: number; length: number } => {
      const view = new DataView(batch.appMetadata!.buffer, batch.appMetadata!.byteOffset);
      return { at: Number(view.getBigUint64(32, true)), length: Number(view.getBigUint64(40, true)) };
    };
    const says = (of: HeaderParts): FlightFrame => ({ appMetadata: header({ kind: 2, rows: ROWS, ...of }) });

    test.each<[string, RegExp, (batch: ReceivedFrame, folder: string) => FlightFrame]>([
      ['outside its room', /outside the room/, (batch) => says({ at: room(batch).at + 64, length: room(batch).length })],
      ['of 4 GiB', /outside the room/, (batch) => says({ at: room(batch).at, length: 2 ** 32 })],
      ['of 2^63 bytes', /outside the room/, (batch) => says({ at: room(batch).at, length: Number.MAX_SAFE_INTEGER })],
      ['that is nothing but zeros', /not an encapsulated message/, (batch) => says(room(batch))],
      ['of no length', /answer of 0 bytes/, (batch) => says({ at: room(batch).at, length: 0 })],
      [
        'in a file that was cut off',
        /cut off/,
        (batch, folder) => {
          truncateSync(outputFile(folder), 100);
          return says(room(batch));
        },
      ],
      [
        'in a file that was put in the place of the first',
        /not an encapsulated message/,
        (batch, folder) => {
          writeFileSync(`${outputFile(folder)}.new`, Buffer.alloc(1 << 24, 1));
          return says(room(batch));
        },
      ],
    ])('an answer %s', async (_, text, reply) => {
      const error = await failure(frames(SCHEMA, reply), { rows: ROWS, shared: true });
      expect(error).toMatchObject({ code: 'FUNCTION_ANSWER' });
      expect(error.message).toMatch(text);
      await expect.poll(() => readdirSync(server!.folder).filter((name) => name.endsWith('.out'))).toEqual([]);
    });
  });
});
