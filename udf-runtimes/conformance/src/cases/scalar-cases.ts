import type { DataType } from 'apache-arrow';
import { sqlField } from '../arrow/sql-fields.js';
import { typeText } from '../arrow/shape.js';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import { expectEqual, expectStatus, expectTrue } from '../expect.js';
import { inputsOf } from '../offered-functions.js';
import type { Answer, CallStream } from '../wire/call-stream.js';
import { FLAG } from '../wire/headers.js';
import { ints } from './values.js';

const scalar = inGroup('scalar');

/** The one answer that a batch of a scalar or an aggregate gets. */
export async function only(stream: CallStream, id: number): Promise<Answer> {
  const answers = await stream.batch(id);
  expectEqual(answers.length, 1, `Answers to batch ${id}`);
  const [answer] = answers;
  if (answer!.error === undefined) expectEqual(answer!.header.rows, stream.rowsOf(id), `Rows of the answer to batch ${id}`);
  return answer!;
}

export const scalarCases: readonly ConformanceCase[] = [
  scalar('schema of the answers comes before any batch', async (session) => {
    const stream = session.call('add', 'scalar', inputsOf('add'));
    const { fields } = await stream.schema();
    expectEqual(
      fields.map((field) => typeText(field.type as DataType)),
      ['Int64'],
      'Types of the answers',
    );
    expectEqual(fields[0]!.nullable, true, 'Whether the answer may be NULL');
    await stream.end();
  }),
  scalar('one batch', async (session) => {
    const stream = session.call('add', 'scalar', inputsOf('add'));
    const answer = await only(stream, stream.send([ints(1, 2, -3), ints(10, null, 3)]));
    expectEqual(answer.columns, [ints(11, null, 0)], 'add');
    expectEqual(answer.header.flags, FLAG.last, 'Flags');
    await stream.end();
  }),
  scalar('sums wrap', async (session) => {
    const stream = session.call('add', 'scalar', inputsOf('add'));
    const answer = await only(stream, stream.send([[(1n << 63n) - 1n], [1n]]));
    expectEqual(answer.columns, [[-(1n << 63n)]], 'add');
  }),
  scalar('by row', async (session) => {
    const stream = session.call('upper', 'scalar', inputsOf('upper'));
    const answer = await only(stream, stream.send([['a', null, '', 'Straße', 'éa']]));
    expectEqual([answer.columns[0]!.slice(0, 3), answer.columns[0]![4]], [['A', null, ''], 'ÉA'], 'upper');
  }),
  scalar('many batches in flight are answered in order', manyBatches),
  scalar('a batch without rows', async (session) => {
    const stream = session.call('add', 'scalar', inputsOf('add'));
    for (const rows of [[], ints(1), []])
      expectEqual((await only(stream, stream.send([rows, rows]))).columns, [rows.map((each) => 2n * (each as bigint))], 'add');
    await stream.end();
  }),
  scalar('a stream without batches', async (session) => session.call('add', 'scalar', inputsOf('add')).end()),
  scalar('a batch without columns', async (session) => {
    const stream = session.call('answer', 'scalar', []);
    expectEqual((await only(stream, stream.send([], { rows: 5 }))).columns, [ints(42, 42, 42, 42, 42)], 'answer');
    expectEqual((await only(stream, stream.send([], { rows: 0 }))).columns, [[]], 'answer');
    await stream.end();
  }),
  scalar('a function without arguments in a batch that has columns', async (session) => {
    const stream = session.stream({ calls: [{ function: 'answer', operation: 'scalar', arguments: [] }] }, inputsOf('add'));
    expectEqual((await only(stream, stream.send([ints(1, 2), ints(3, 4)]))).columns, [ints(42, 42)], 'answer');
  }),
  scalar('NULL propagates', async (session) => {
    const stream = session.call('add', 'scalar', inputsOf('add'));
    expectEqual(
      (await only(stream, stream.send([ints(null, 1, null), ints(1, null, null)], { writing: 'noisy' }))).columns,
      [ints(null, null, null)],
      'add',
    );
  }),
  scalar('NULL reaches a function that wants it', async (session) => {
    const stream = session.call('is_null', 'scalar', inputsOf('is_null'));
    expectEqual((await only(stream, stream.send([ints(5, null, 0)], { writing: 'noisy' }))).columns, [ints(0, 1, 0)], 'is_null');
  }),
  scalar('several calls share a stream', severalCalls),
  scalar('the names of columns mean nothing', async (session) => {
    const stream = session.call('add', 'scalar', [sqlField('x', 'bigint'), sqlField('x', 'bigint')]);
    expectEqual((await only(stream, stream.send([ints(1), ints(2)]))).columns, [ints(3)], 'add');
  }),
  ...refusals(),
];

async function manyBatches(session: Session): Promise<void> {
  const stream = session.call('add', 'scalar', inputsOf('add'));
  const rows = (batch: number): number[] => Array.from({ length: 100 + batch }, (_, i) => batch * 1000 + i);
  const window = Math.max(1, Math.min(8, session.description.inFlightBatches));
  const total = 40;
  let sent = 0;
  for (let id = 1; id <= total; id++) {
    while (sent < total && sent - id < window - 1) {
      sent++;
      stream.send([ints(...rows(sent)), ints(...rows(sent))]);
    }
    expectEqual((await only(stream, id)).columns, [ints(...rows(id).map((each) => 2 * each))], `Batch ${id}`);
  }
  await stream.end();
}

async function severalCalls(session: Session): Promise<void> {
  const input = [sqlField('a', 'bigint'), sqlField('b', 'bigint'), sqlField('c', 'integer')];
  const calls = [
    { function: 'add', operation: 'scalar' as const, arguments: [0, 1] },
    { function: 'is_null', operation: 'scalar' as const, arguments: [2] },
    { function: 'add', operation: 'scalar' as const, arguments: [1, 1] },
    { function: 'answer', operation: 'scalar' as const, arguments: [] },
  ];
  const stream = session.stream({ calls }, input);
  const { fields } = await stream.schema();
  expectEqual(
    fields.map((field) => typeText(field.type as DataType)),
    ['Int64', 'Int32', 'Int64', 'Int32'],
    'Types of the answers',
  );
  const answer = await only(stream, stream.send([ints(1, 2, 3), ints(10, null, 30), ints(null, 0, 7)]));
  expectEqual(answer.columns, [ints(11, null, 33), ints(1, 0, 0), ints(20, null, 60), ints(42, 42, 42)], 'The four calls');
  await stream.end();
}

function refusals(): ConformanceCase[] {
  const add = inputsOf('add');
  const refused = (name: string, status: 'INVALID_ARGUMENT' | 'NOT_FOUND', open: (session: Session) => CallStream): ConformanceCase =>
    scalar(name, async (session) => {
      const error = await expectStatus(open(session).drain(), [status], name);
      expectTrue(error.message.length > 0, 'The status has no text');
    });
  return [
    refused('an unknown function is NOT_FOUND', 'NOT_FOUND', (session) => session.call('no_such_function', 'scalar', add)),
    refused('names are compared exactly', 'NOT_FOUND', (session) => session.call('ADD', 'scalar', add)),
    refused('wrong types are INVALID_ARGUMENT', 'INVALID_ARGUMENT', (session) =>
      session.call('add', 'scalar', [sqlField('a', 'integer'), sqlField('b', 'bigint')]),
    ),
    refused('another decimal is INVALID_ARGUMENT', 'INVALID_ARGUMENT', (session) =>
      session.call('echo_decimal', 'scalar', [sqlField('a', 'decimal38')]),
    ),
    refused('another unit is INVALID_ARGUMENT', 'INVALID_ARGUMENT', (session) =>
      session.call('echo_timestamp', 'scalar', [sqlField('a', 'timestamp_ms')]),
    ),
    refused('another zone is INVALID_ARGUMENT', 'INVALID_ARGUMENT', (session) =>
      session.call('echo_timestamptz', 'scalar', [sqlField('a', 'timestamp')]),
    ),
    refused('another nested type is INVALID_ARGUMENT', 'INVALID_ARGUMENT', (session) =>
      session.call('echo_list', 'scalar', [sqlField('a', 'texts')]),
    ),
    refused('too few arguments are INVALID_ARGUMENT', 'INVALID_ARGUMENT', (session) =>
      session.call('add', 'scalar', [sqlField('a', 'bigint')]),
    ),
    refused('a column that is not there is INVALID_ARGUMENT', 'INVALID_ARGUMENT', (session) =>
      session.stream({ calls: [{ function: 'add', operation: 'scalar', arguments: [0, 7] }] }, add),
    ),
    refused('an operation of another kind is INVALID_ARGUMENT', 'INVALID_ARGUMENT', (session) => session.call('add', 'complete', add)),
    refused('another protocol is INVALID_ARGUMENT', 'INVALID_ARGUMENT', (session) => session.call('add', 'scalar', add, { protocol: 2 })),
  ];
}
