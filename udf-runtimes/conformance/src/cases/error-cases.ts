import type { DataType } from 'apache-arrow';
import { sqlField } from '../arrow/sql-fields.js';
import { typeText, type Value } from '../arrow/shape.js';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import { expectEqual, expectTrue } from '../expect.js';
import { inputsOf } from '../offered-functions.js';
import type { Answer } from '../wire/call-stream.js';
import type { Operation } from '../wire/command.js';
import { FLAG } from '../wire/headers.js';
import { groupsField } from './aggregate-cases.js';
import { only } from './scalar-cases.js';
import { joined } from './table-cases.js';
import { ints } from './values.js';

const errors = inGroup('errors');
const LONGEST_TRACEBACK = 16 * 1024;

export const errorCases: readonly ConformanceCase[] = [
  errors('a row that fails: class, function, row, message, traceback', async (session) => {
    const stream = session.call('fail_on', 'scalar', inputsOf('fail_on'));
    expectError(await only(stream, stream.send([ints(1, 2, 7, 3)])), 'fail_on', 'bad value 7', 2);
    expectEqual((await only(stream, stream.send([ints(1, null)]))).columns, [ints(1, null)], 'The next batch');
    await stream.end();
  }),
  errors('row counts rows with NULL too', async (session) => {
    const stream = session.call('fail_on', 'scalar', inputsOf('fail_on'));
    expectError(await only(stream, stream.send([ints(null, null, 1, 7)])), 'fail_on', 'bad value 7', 3);
  }),
  errors('a batch that fails', async (session) => {
    const stream = session.call('fail_batch_on', 'scalar', inputsOf('fail_batch_on'));
    const ids = [ints(1, 2), ints(7, 1), ints(3)].map((rows) => stream.send([rows]));
    expectEqual((await only(stream, ids[0]!)).columns, [ints(1, 2)], 'The batch before');
    expectError(await only(stream, ids[1]!), 'fail_batch_on', 'bad batch');
    expectEqual((await only(stream, ids[2]!)).columns, [ints(3)], 'The batch behind');
    await stream.end();
  }),
  errors('one of several calls fails', async (session) => {
    const input = [sqlField('a', 'integer')];
    const calls = ['is_null', 'fail_on'].map((name) => ({ function: name, operation: 'scalar' as const, arguments: [0] }));
    const stream = session.stream({ calls }, input);
    expectError(await only(stream, stream.send([ints(7)])), 'fail_on', 'bad value 7', 0);
    expectEqual((await only(stream, stream.send([ints(1)]))).columns, [ints(0), ints(1)], 'The next batch');
  }),
  errors('rows: a row that fails is NULL with a message', (session) => rowsOf(session, 'fail_on', 'scalar', 'bad value 7')),
  errors('rows: a batch that fails is called on halves', (session) => rowsOf(session, 'fail_batch_on', 'scalar', 'bad batch')),
  errors('rows: a column of messages for each call, behind the values', messagesOfCalls),
  errors('a table call fails', async (session) => {
    const stream = session.call('fail_rows', 'table', inputsOf('fail_rows'));
    const failed = (await stream.batch(stream.send([ints(1, 7, 2)]))).at(-1)!;
    expectError(failed, 'fail_rows', 'bad value 7', 1);
    expectEqual(joined(await stream.batch(stream.send([ints(4)]))), [ints(0), ints(4)], 'The next batch');
    await stream.end();
  }),
  errors('rows: a failed row of a table call is one row', tableRows),
  ...(['complete', 'update'] as const).map((operation) =>
    errors(`an aggregate's ${operation} fails by the group`, (session) => failedGroups(session, operation)),
  ),
];

function expectError({ error, header }: Answer, name: string, message: string, row?: number): void {
  expectTrue(error !== undefined, 'The batch was answered and not refused with an error');
  expectEqual(header.flags, FLAG.last, 'Flags');
  expectEqual([error.class, error.function], ['user', name], 'Class and function');
  expectTrue(String(error.message).includes(message), `The message is ${JSON.stringify(error.message)} and does not name ${message}`);
  if (row !== undefined) expectEqual(error.row, row, 'Row');
  const { traceback } = error;
  expectTrue(traceback === undefined || traceback === null || typeof traceback === 'string', 'The traceback is no text');
  if (typeof traceback === 'string') expectTrue(Buffer.byteLength(traceback) <= LONGEST_TRACEBACK, 'The traceback is longer than 16 KiB');
}

/** Which rows have a message, with the message checked. */
function failedRows(messages: readonly Value[], wanted: string): number[] {
  return messages.flatMap((message, row) => {
    if (message === null) return [];
    expectTrue((message as string).includes(wanted), `The message of row ${row} is ${JSON.stringify(message)} and does not name ${wanted}`);
    expectTrue(!(message as string).includes('\n'), `The message of row ${row} has a traceback in it`);
    return [row];
  });
}

const flagged = ({ header }: Answer): boolean => (header.flags & FLAG.rowsFailed) !== 0;

async function rowsOf(session: Session, name: string, operation: Operation, message: string): Promise<void> {
  const stream = session.call(name, operation, inputsOf(name), { errors: 'rows' });
  const { fields } = await stream.schema();
  expectEqual(
    fields.map(({ type }) => typeText(type as DataType)),
    ['Int32', 'Utf8'],
    'Types of the answers',
  );
  for (const rows of [ints(1, 7, null, 3, 7, 5, 6, 8, 9), ints(7), ints(7, 7, 7), Array.from({ length: 100 }, (_, i) => BigInt(i))]) {
    const answer = await only(stream, stream.send([rows]));
    expectEqual(answer.error, undefined, 'An error');
    expectEqual(
      answer.columns[0],
      rows.map((value) => (value === 7n ? null : value)),
      'Values',
    );
    expectEqual(
      failedRows(answer.columns[1]!, message),
      rows.flatMap((value, row) => (value === 7n ? [row] : [])),
      'Rows that failed',
    );
    expectEqual(flagged(answer), true, 'Flag bit 1');
  }
  const good = await only(stream, stream.send([ints(1, null)]));
  expectEqual([good.columns, flagged(good)], [[ints(1, null), [null, null]], false], 'A batch without failures');
  await stream.end();
}

async function messagesOfCalls(session: Session): Promise<void> {
  const calls = [
    { function: 'fail_on', operation: 'scalar' as const, arguments: [0] },
    { function: 'is_null', operation: 'scalar' as const, arguments: [1] },
    { function: 'fail_on', operation: 'scalar' as const, arguments: [1] },
  ];
  const stream = session.stream({ calls, errors: 'rows' }, [sqlField('a', 'integer'), sqlField('b', 'integer')]);
  const { fields } = await stream.schema();
  expectEqual(
    fields.map(({ type }) => typeText(type as DataType)),
    ['Int32', 'Int32', 'Int32', 'Utf8', 'Utf8', 'Utf8'],
    'Types of the answers',
  );
  const { columns } = await only(stream, stream.send([ints(7, 1, 7), ints(2, 7, 7)]));
  expectEqual(columns.slice(0, 3), [ints(null, 1, null), ints(0, 0, 0), ints(2, null, null)], 'Values');
  expectEqual(
    columns.slice(3).map((messages) => failedRows(messages, 'bad value 7')),
    [[0, 2], [], [1, 2]],
    'Rows that failed',
  );
  await stream.end();
}

async function tableRows(session: Session): Promise<void> {
  const stream = session.call('fail_rows', 'table', inputsOf('fail_rows'), { errors: 'rows' });
  const { fields } = await stream.schema();
  expectEqual(
    fields.map(({ type }) => typeText(type as DataType)),
    ['Int32', 'Int32', 'Utf8'],
    'Types of the answers',
  );
  const answers = await stream.batch(stream.send([ints(7, 1, null, 7, 2)]));
  const [row, value, message] = joined(answers);
  expectEqual([row, value], [ints(0, 1, 3, 4), ints(null, 1, null, 2)], 'Rows and values');
  expectEqual(failedRows(message!, 'bad value 7'), [0, 2], 'Rows that failed');
  expectEqual(answers.some(flagged), true, 'Flag bit 1');
  await stream.end();
}

async function failedGroups(session: Session, operation: Operation): Promise<void> {
  const groups = [ints(1, 2), ints(3, 7), ints(), ints(7)];
  const stream = session.call('fail_sum', operation, [groupsField('fail_sum')]);
  expectError(await only(stream, stream.send([groups])), 'fail_sum', 'bad value 7');
  await stream.end();
  const byRow = session.call('fail_sum', operation, [groupsField('fail_sum')], { errors: 'rows' });
  const { columns, header } = await only(byRow, byRow.send([groups]));
  expectEqual(
    columns[0]!.map((value) => value === null),
    [false, true, false, true],
    'Groups that are NULL',
  );
  expectEqual(failedRows(columns[1]!, 'bad value 7'), [1, 3], 'Groups that failed');
  expectEqual(header.flags, FLAG.last | FLAG.rowsFailed, 'Flags');
  await byRow.end();
}
