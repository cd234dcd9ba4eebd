import { decodeSchema, encodeSchema, type FlightInfo } from '@arbalest/flight';
import { type DataType, Schema } from 'apache-arrow';
import { decodeBatch, encodeBatch } from '../arrow/batch-message.js';
import { shapeOf, typeText, type Value } from '../arrow/shape.js';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import { expectEqual, expectStatus, expectTrue } from '../expect.js';
import { inputsOf, OFFERED } from '../offered-functions.js';
import { FrameQueue } from '../wire/frame-queue.js';
import { ints } from './values.js';

const dialect = inGroup('dialect A');

export const dialectCases: readonly ConformanceCase[] = [
  dialect('GetFlightInfo of a scalar', async (session) => void (await checkInfo(session, 'add', 2, ['Int64', 'Int64', 'Int64']))),
  dialect('GetFlightInfo of a function without arguments', async (session) => void (await checkInfo(session, 'answer', 0, ['Int32']))),
  dialect('GetFlightInfo of a table function', async (session) => {
    const fields = await checkInfo(session, 'split', 2, ['Utf8', 'Utf8', 'Int32', 'Utf8', 'Int32']);
    expectEqual(fields[2]!.name, 'row', 'The first field of the result');
  }),
  dialect('GetFlightInfo of an unknown function is NOT_FOUND', async ({ client, signal }) => {
    const asked = client.getFlightInfo({ type: 'path', path: ['no_such_function'] }, { signal });
    await expectStatus(asked, ['NOT_FOUND'], 'GetFlightInfo');
  }),
  dialect('ListFlights names every scalar and table function', listFlights),
  dialect('scalar: a batch for each batch, in order', async (session) => {
    const batches = [ints(1, 2, null), ints(), ints(5)].map((column) => [column, column]);
    const answers = await exchange(session, 'add', batches);
    expectEqual(answers, [[ints(2, 4, null)], [ints()], [ints(10)]], 'Answers');
  }),
  dialect('scalar: an error is a status', async (session) => {
    await expectStatus(exchange(session, 'fail_on', [[ints(1, 7)]]), ['INVALID_ARGUMENT', 'INTERNAL', 'UNKNOWN', 'ABORTED'], 'fail_on');
  }),
  dialect('scalar: an unknown function is a status', async (session) => {
    await expectStatus(exchange(session, 'no_such_function', [], 'add'), ['NOT_FOUND'], 'DoExchange');
  }),
  dialect('table: row and the columns', async (session) => {
    const answers = await exchange(session, 'split', [
      [
        ['a,b', null, 'c'],
        [',', ',', ','],
      ],
    ]);
    const joined = [0, 1, 2].map((column) => answers.flatMap((answer) => answer[column]!));
    expectEqual(joined, [ints(0, 0, 2), ['a', 'b', 'c'], ints(1, 2, 1)], 'Answers');
  }),
];

const fieldsOf = (info: FlightInfo): Schema['fields'] => (info.schema === undefined ? [] : decodeSchema(info.schema).fields);

async function checkInfo({ client, signal }: Session, name: string, count: number, types: readonly string[]): Promise<Schema['fields']> {
  const info = await client.getFlightInfo({ type: 'path', path: [name] }, { signal });
  const fields = fieldsOf(info);
  expectEqual(
    fields.map((field) => typeText(field.type as DataType)),
    types,
    'Types of the schema',
  );
  expectEqual(info.totalRecords ?? 0, count, 'total_records');
  expectEqual(info.endpoints.length, 0, 'Endpoints');
  return fields;
}

async function listFlights({ client, description, signal }: Session): Promise<void> {
  const names: string[] = [];
  for await (const { descriptor } of client.listFlights(new Uint8Array(0), { signal })) {
    expectTrue(descriptor?.type === 'path' && descriptor.path.length === 1, 'A flight has no path of one name');
    names.push(descriptor.path[0]!);
  }
  const wanted = OFFERED.filter(({ kind, name }) => kind !== 'aggregate' && description.functions.has(name)).map(({ name }) => name);
  expectEqual(
    wanted.filter((name) => !names.includes(name)),
    [],
    'Functions that are not listed',
  );
}

/** A stream as clients of arrow-udf open it: no header, no metadata of the application. */
async function exchange(
  { client, signal }: Session,
  name: string,
  batches: readonly Value[][][],
  likeFunction = name,
): Promise<Value[][][]> {
  const input = inputsOf(likeFunction);
  const shapes = input.map((field) => shapeOf(field.type as DataType));
  const queue = new FrameQueue();
  queue.push({ descriptor: { type: 'path', path: [name] }, metadata: encodeSchema(new Schema([...input])) });
  for (const columns of batches) queue.push(encodeBatch(shapes, columns, columns[0]!.length, 'plain'));
  queue.end();
  const call = client.doExchange(queue, { signal });
  const first = (await call.next()).value;
  expectTrue(first?.metadata !== undefined, 'The first frame of the server has no schema');
  const answerShapes = decodeSchema(first.metadata).fields.map((field) => shapeOf(field.type as DataType));
  const answers: Value[][][] = [];
  for await (const { metadata, body } of call) {
    if (metadata !== undefined) answers.push(decodeBatch(answerShapes, { metadata, body: body ?? new Uint8Array(0) }).columns);
  }
  return answers;
}
