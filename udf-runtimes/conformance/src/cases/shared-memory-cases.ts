import { randomUUID } from 'node:crypto';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import { expectEqual, expectStatus, expectTrue } from '../expect.js';
import { inputsOf } from '../offered-functions.js';
import type { Answer } from '../wire/call-stream.js';
import { KIND } from '../wire/headers.js';
import { only } from './scalar-cases.js';
import { joined } from './table-cases.js';
import { ints } from './values.js';

const shared = inGroup('shared memory');
const add = inputsOf('add');
const ROOM = 4096;

function expectInRoom({ header }: Answer, offset: number, bytes: number): void {
  expectEqual(header.kind, KIND.shared, 'Kind of an answer that fits into its room');
  const inside = header.offset >= offset && header.offset + header.length <= offset + bytes;
  expectTrue(
    inside,
    `The answer lies at ${header.offset}, ${header.length} bytes long, outside of its room at ${offset} of ${bytes} bytes`,
  );
}

export const sharedMemoryCases: readonly ConformanceCase[] = [
  shared('a batch at the start of the files', (session) => atOffsets(session, 0, 0)),
  shared('a batch at offsets', (session) => atOffsets(session, 8192 + 64, 16_384 + 64)),
  shared('no room: through the socket', async (session) => {
    const stream = session.call('add', 'scalar', add, {}, session.files());
    const answer = await only(stream, stream.sendShared([ints(1), ints(2)], { offset: 64 }));
    expectEqual([answer.header.kind, answer.columns], [KIND.batch, [ints(3)]], 'Kind and answer');
  }),
  shared('room that is too small: through the socket', async (session) => {
    const files = session.files();
    const stream = session.call('add', 'scalar', add, {}, files);
    const rows = ints(...Array.from({ length: 1000 }, (_, i) => i));
    const answer = await only(stream, stream.sendShared([rows, rows], { offset: 0, roomOffset: 4096, roomBytes: ROOM }));
    expectEqual([answer.header.kind, answer.columns], [KIND.batch, [rows.map((row) => 2n * (row as bigint))]], 'Kind and answer');
    files.expectUntouchedOutside([{ offset: 4096, bytes: ROOM }]);
  }),
  shared('both kinds in one stream, several in flight', bothKinds),
  shared('a batch through the socket may have room', async (session) => {
    const stream = session.call('add', 'scalar', add, {}, session.files());
    const { header, columns } = await only(stream, stream.send([ints(1), ints(2)], { roomOffset: 128, roomBytes: ROOM }));
    if (header.kind === KIND.shared)
      expectTrue(header.offset >= 128 && header.offset + header.length <= 128 + ROOM, 'The answer lies outside of its room');
    expectEqual(columns, [ints(3)], 'add');
  }),
  shared('no rows, and no columns', async (session) => {
    const stream = session.call('add', 'scalar', add, {}, session.files());
    expectEqual((await only(stream, stream.sendShared([[], []], { offset: 0, roomOffset: 0, roomBytes: ROOM }))).columns, [[]], 'add');
    const answers = session.call('answer', 'scalar', [], {}, session.files());
    const { columns } = await only(answers, answers.sendShared([], { offset: 0, roomOffset: 0, roomBytes: ROOM }, { rows: 3 }));
    expectEqual(columns, [ints(42, 42, 42)], 'answer');
  }),
  shared('nested values with NULLs', async (session) => {
    const rows = [[[1n, 'a'], null], null, [], [[null, 'Ünïcödé']]];
    const stream = session.call('echo_structs', 'scalar', inputsOf('echo_structs'), {}, session.files());
    const answer = await only(stream, stream.sendShared([rows], { offset: 192, roomOffset: 64, roomBytes: ROOM }, { writing: 'noisy' }));
    expectInRoom(answer, 64, ROOM);
    expectEqual(answer.columns, [rows], 'echo_structs');
  }),
  shared('a region is used again when its batch is answered', async (session) => {
    const stream = session.call('add', 'scalar', add, {}, session.files());
    for (let i = 0; i < 20; i++) {
      const answer = await only(stream, stream.sendShared([ints(i, i), ints(i, null)], { offset: 64, roomOffset: 64, roomBytes: ROOM }));
      expectEqual(answer.columns, [ints(2 * i, null)], `Batch ${i + 1}`);
    }
    await stream.end();
  }),
  shared('a table call uses its room at most once', tableCall),
  shared('errors come as frames', async (session) => {
    const stream = session.call('fail_on', 'scalar', inputsOf('fail_on'), {}, session.files());
    const failed = await only(stream, stream.sendShared([ints(7)], { offset: 0, roomOffset: 0, roomBytes: ROOM }));
    expectEqual(failed.error?.class, 'user', 'Class');
    const next = await only(stream, stream.sendShared([ints(1)], { offset: 0, roomOffset: 0, roomBytes: ROOM }));
    expectEqual(next.columns, [ints(1)], 'The next batch');
  }),
  shared('files that are not there are FAILED_PRECONDITION', (session) =>
    refusedFiles(session, `missing-${randomUUID()}`, ['FAILED_PRECONDITION']),
  ),
  shared('a path out of the folder is refused', (session) =>
    refusedFiles(session, '../../../../../../etc/hostname', ['FAILED_PRECONDITION', 'INVALID_ARGUMENT']),
  ),
  shared('a region behind the end of the input file is INVALID_ARGUMENT', async (session) => {
    const stream = session.call('add', 'scalar', add, {}, session.files());
    stream.sendShared([ints(1), ints(1)], { offset: 0 }, { offset: 1 << 20, length: 4096 });
    await expectStatus(stream.drain(), ['INVALID_ARGUMENT'], 'The end of the stream');
  }),
  shared('room behind the end of the output file is INVALID_ARGUMENT', async (session) => {
    const files = session.files();
    const stream = session.call('add', 'scalar', add, {}, files);
    stream.sendShared([ints(1), ints(1)], { offset: 0, roomOffset: 1 << 20, roomBytes: 4096 });
    await expectStatus(stream.drain(), ['INVALID_ARGUMENT'], 'The end of the stream');
    files.expectUntouchedOutside([]);
  }),
];

async function atOffsets(session: Session, offset: number, roomOffset: number): Promise<void> {
  const files = session.files();
  const stream = session.call('add', 'scalar', add, {}, files);
  const answer = await only(stream, stream.sendShared([ints(1, null, 3), ints(10, 20, 30)], { offset, roomOffset, roomBytes: ROOM }));
  expectInRoom(answer, roomOffset, ROOM);
  expectEqual(answer.columns, [ints(11, null, 33)], 'add');
  await stream.end();
  files.expectUntouchedOutside([{ offset: roomOffset, bytes: ROOM }]);
}

async function bothKinds(session: Session): Promise<void> {
  const files = session.files();
  const stream = session.call('add', 'scalar', add, {}, files);
  const rooms = Array.from({ length: 8 }, (_, i) => ({ offset: i * ROOM, roomOffset: (7 - i) * ROOM, roomBytes: ROOM }));
  const ids = rooms.map((room, i) => (i % 3 === 2 ? stream.send([ints(i), ints(1)]) : stream.sendShared([ints(i), ints(1)], room)));
  for (const [i, id] of ids.entries()) {
    const answer = await only(stream, id);
    if (i % 3 !== 2) expectInRoom(answer, rooms[i]!.roomOffset, ROOM);
    expectEqual(answer.columns, [ints(i + 1)], `Batch ${id}`);
  }
  await stream.end();
}

async function tableCall(session: Session): Promise<void> {
  const bytes = 1 << 25;
  const files = session.files(1 << 16, bytes);
  const stream = session.call('series', 'table', inputsOf('series'), {}, files);
  const small = await stream.batch(stream.sendShared([ints(3)], { offset: 0, roomOffset: 0, roomBytes: ROOM }));
  expectEqual(joined(small), [ints(0, 0, 0), ints(0, 1, 2)], 'series');
  const answers = await stream.batch(stream.sendShared([ints(2_000_000)], { offset: 0, roomOffset: 0, roomBytes: bytes }));
  expectTrue(answers.filter(({ header }) => header.kind === KIND.shared).length <= 1, 'The room was used more than once');
  expectEqual(
    answers.reduce((sum, { header }) => sum + header.rows, 0),
    2_000_000,
    'Rows',
  );
  await stream.end();
}

async function refusedFiles(
  session: Session,
  name: string,
  statuses: readonly ('FAILED_PRECONDITION' | 'INVALID_ARGUMENT')[],
): Promise<void> {
  session.folders();
  const sharedMemory = { input: name, inputBytes: 4096, output: name, outputBytes: 4096 };
  await expectStatus(session.call('add', 'scalar', add, { sharedMemory }).drain(), statuses, 'The call');
}
