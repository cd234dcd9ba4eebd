import type { DataType } from 'apache-arrow';
import { typeText, type Value } from '../arrow/shape.js';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import { expectEqual, expectStatus, expectTrue } from '../expect.js';
import { inputsOf } from '../offered-functions.js';
import type { Answer } from '../wire/call-stream.js';
import { ints } from './values.js';

const table = inGroup('table');
const MEBIBYTE = 1 << 20;
/** "Near 8 MiB" leaves a server the choice where to cut: between rows, or between rows of its own batches. */
const LARGEST_ANSWER = 12 * MEBIBYTE;

export const tableCases: readonly ConformanceCase[] = [
  table('schema: row, which is never NULL, then the columns', async (session) => {
    const stream = session.call('split', 'table', inputsOf('split'));
    const { fields } = await stream.schema();
    expectEqual(
      fields.map(({ type }) => typeText(type as DataType)),
      ['Int32', 'Utf8', 'Int32'],
      'Types',
    );
    expectEqual(
      fields.map(({ name }) => name),
      ['row', 'part', 'position'],
      'Names',
    );
    expectEqual(
      fields.map(({ nullable }) => nullable),
      [false, true, true],
      'Which fields may be NULL',
    );
    await stream.end();
  }),
  table('rows in the order of their input', async (session) => {
    const stream = session.call('split', 'table', inputsOf('split'));
    const answers = await stream.batch(
      stream.send([
        ['a,b,c', 'x', '', 'p;q'],
        [',', ',', ',', ';'],
      ]),
    );
    expectEqual(joined(answers), [ints(0, 0, 0, 1, 2, 3, 3), ['a', 'b', 'c', 'x', '', 'p', 'q'], ints(1, 2, 3, 1, 1, 1, 2)], 'split');
    await stream.end();
  }),
  table('NULL makes no row', async (session) => {
    const stream = session.call('split', 'table', inputsOf('split'));
    const answers = await stream.batch(
      stream.send(
        [
          [null, 'a', 'b', null],
          [',', null, ',', null],
        ],
        { writing: 'noisy' },
      ),
    );
    expectEqual(joined(answers), [ints(2), ['b'], ints(1)], 'split');
  }),
  table('rows that make nothing are not mentioned', async (session) => {
    const stream = session.call('series', 'table', inputsOf('series'));
    expectEqual(joined(await stream.batch(stream.send([ints(2, 0, null, 1)]))), [ints(0, 0, 3), ints(0, 1, 0)], 'series');
  }),
  table('a batch that makes nothing has an empty last answer', async (session) => {
    const stream = session.call('series', 'table', inputsOf('series'));
    for (const rows of [ints(0, null), ints()]) expectEqual(joined(await stream.batch(stream.send([rows]))), [[], []], 'series');
    await stream.end();
  }),
  table('large results are cut', largeResult),
  table('many batches in flight', async (session) => {
    const stream = session.call('series', 'table', inputsOf('series'));
    const ids = [3, 0, 1000, 1, 2].map((n) => stream.send([ints(n)]));
    const counts: number[] = [];
    for (const id of ids) counts.push(joined(await stream.batch(id))[0]!.length);
    expectEqual(counts, [3, 0, 1000, 1, 2], 'Rows of each batch');
    await stream.end();
  }),
  table('an iterator sees the batches of its stream', async (session) => {
    for (const _ of [1, 2]) {
      const stream = session.call('number_rows', 'table', inputsOf('number_rows'));
      const batches = [ints(10, 11), ints(20), ints(30, 31)];
      const ids = batches.map((rows) => stream.send([rows]));
      for (const [number, id] of ids.entries()) {
        const rows = batches[number]!;
        const wanted = [rows.map((_row, i) => BigInt(i)), rows, rows.map(() => BigInt(number))];
        expectEqual(joined(await stream.batch(id)), wanted, `Batch ${number}`);
      }
      await stream.end();
    }
  }),
  table('shares its stream with no other call', async (session) => {
    const call = { function: 'series', operation: 'table' as const, arguments: [0] };
    await expectStatus(session.stream({ calls: [call, call] }, inputsOf('series')).drain(), ['INVALID_ARGUMENT'], 'Two table calls');
  }),
];

/** All answers to a batch, one below the other, with the order of `row` checked. */
export function joined(answers: readonly Answer[]): Value[][] {
  const errors = answers.flatMap(({ error }) => (error === undefined ? [] : [error]));
  expectEqual(errors, [], 'Errors');
  const columns = answers[0]!.columns.map((_, i) => answers.flatMap((answer) => answer.columns[i]!));
  columns[0]!.forEach((row, i, rows) => {
    expectTrue(
      i === 0 || (row as bigint) >= (rows[i - 1] as bigint),
      `row goes down at position ${i}: ${String(rows[i - 1])}, ${String(row)}`,
    );
  });
  return columns;
}

async function largeResult(session: Session): Promise<void> {
  const count = 2_000_000;
  const stream = session.call('series', 'table', inputsOf('series'));
  const id = stream.send([ints(3, count, 2)]);
  let [rows, answers] = [0, 0];
  for (let last = false; !last; answers++) {
    const { header, columns, bytes, error } = await stream.next();
    expectEqual(error, undefined, 'An error');
    expectEqual(header.id, id, 'Batch id');
    expectTrue(bytes <= LARGEST_ANSWER, `An answer has ${bytes} bytes; they stay near 8 MiB`);
    for (let i = 0; i < header.rows; i++, rows++) {
      const [row, value] = rows < 3 ? [0, rows] : rows < count + 3 ? [1, rows - 3] : [2, rows - 3 - count];
      if (columns[0]![i] !== BigInt(row) || columns[1]![i] !== BigInt(value))
        expectEqual([columns[0]![i], columns[1]![i]], ints(row, value), `Row ${rows}`);
    }
    last = (header.flags & 1) === 1;
  }
  expectEqual(rows, count + 5, 'Rows');
  expectTrue(answers > 1, `${rows} rows came in one answer`);
  await stream.end();
}
