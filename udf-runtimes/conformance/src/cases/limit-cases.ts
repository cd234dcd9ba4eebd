import { type ConformanceCase, inGroup } from '../conformance-case.js';
import { expectEqual } from '../expect.js';
import { inputsOf } from '../offered-functions.js';
import { only } from './scalar-cases.js';
import { ints } from './values.js';

const limits = inGroup('limits');
const MEBIBYTE = 1 << 20;

export const limitCases: readonly ConformanceCase[] = [
  limits('as many batches in flight as the description allows', async (session) => {
    const stream = session.call('echo_integer', 'scalar', inputsOf('echo_integer'));
    const count = session.description.inFlightBatches;
    const ids = Array.from({ length: count }, (_, i) => stream.send([ints(i)]));
    for (const [i, id] of ids.entries()) expectEqual((await only(stream, id)).columns, [ints(i)], `Batch ${id}`);
    await stream.end();
  }),
  limits('a message of 48 MiB', async (session) => {
    const values = Array.from({ length: 48 }, (_, i) => String.fromCharCode(97 + (i % 26)).repeat(MEBIBYTE));
    const stream = session.call('echo_varchar', 'scalar', inputsOf('echo_varchar'));
    const { columns } = await only(stream, stream.send([values]));
    expectEqual(columns[0]!.length, values.length, 'Values');
    for (const [i, value] of values.entries()) expectEqual(columns[0]![i] === value, true, `Whether text ${i} is unchanged`);
    await stream.end();
  }),
  limits('a batch of 200000 rows', async (session) => {
    const rows = Array.from({ length: 200_000 }, (_, i) => (i % 3 === 0 ? null : BigInt(i)));
    const stream = session.call('echo_bigint', 'scalar', inputsOf('echo_bigint'));
    const { columns } = await only(stream, stream.send([rows]));
    const different = rows.findIndex((row, i) => columns[0]![i] !== row);
    expectEqual(different, -1, 'The first row that differs');
  }),
  limits('streams side by side', async (session) => {
    const streams = Array.from({ length: 4 }, () => session.call('add', 'scalar', inputsOf('add')));
    await Promise.all(
      streams.map(async (stream, i) => {
        for (let n = 0; n < 10; n++)
          expectEqual((await only(stream, stream.send([ints(i), ints(n)]))).columns, [ints(i + n)], `Stream ${i}`);
        await stream.end();
      }),
    );
  }),
];
