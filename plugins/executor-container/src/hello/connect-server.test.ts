import { FlightError, type FlightHandler, FlightServer, withPrefix } from '@arbalest/flight';
import { toArbalestError } from '@arbalest/spi';
import { afterEach, describe, expect, test } from 'vitest';
import { toWireField } from '../arrow/sql-type.js';
import { writeSchema } from '../arrow/write-schema.js';
import { description } from '../call/testing/hostile-server.js';
import { connectServer } from './connect-server.js';

const BIGINT = { id: 'BIGINT' } as const;
const schemaText = (...ids: ('BIGINT' | 'VARCHAR')[]): string =>
  Buffer.from(withPrefix(writeSchema(ids.map((id, i) => toWireField({ name: `c${i}`, type: { id } }))))).toString('base64');

let server: FlightServer | undefined;
afterEach(() => server?.close());

async function connect(handler: FlightHandler, more: object = {}) {
  server = await FlightServer.listen('grpc://127.0.0.1:0', handler);
  const connected = await connectServer({
    location: server.location,
    name: 'container 3f2a',
    signal: new AbortController().signal,
    ...more,
  });
  connected.client.close();
  return connected.description;
}

function describing(answer: string | object): FlightHandler {
  return { doAction: () => [Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer))] };
}

describe('a server that describes itself', () => {
  test('says what it offers, with defaults where it says nothing', async () => {
    const found = await connect(describing(description()));
    expect(found).toMatchObject({
      dialect: 'arbalest',
      runtime: 'hostile 1',
      sharedMemory: true,
      limits: { inFlightBatches: 8, inFlightBytes: 64 << 20 },
    });
    expect(found.functions).toMatchObject([
      {
        name: 'echo',
        kind: 'scalar',
        arguments: [{ type: BIGINT }],
        returns: BIGINT,
        nulls: 'call',
        volatility: 'volatile',
        repeatable: false,
        parallelism: 1,
      },
      { name: 'rows', kind: 'table', returns: { id: 'STRUCT', fields: [{ type: BIGINT }] } },
    ]);
  });

  const one = (more: object) =>
    description({ functions: [{ name: 'f', kind: 'scalar', schema: schemaText('BIGINT', 'BIGINT'), arguments: 1, ...more }] });
  test.each<[string, string | object, RegExp]>([
    ['no JSON', '{', /is not JSON/],
    ['JSON nested a million deep', '['.repeat(1_000_000), /is not JSON/],
    ['a list', [], /The description should be an object/],
    ['another version', description({ protocol: 7 }), /chose version 7 of the protocol, and was offered 1 to 1/],
    ['no functions', description({ functions: 3 }), /functions should be a list, and is 3/],
    ['20,000 functions', description({ functions: new Array(20_000).fill({}) }), /20000 entries, more than the 10000/],
    [
      'two of one name',
      description({ functions: [1, 2].map(() => ({ name: 'f', kind: 'scalar', schema: schemaText('BIGINT'), arguments: 0 })) }),
      /one name/,
    ],
    [
      'a kind that there is not',
      one({ kind: 'window' }),
      /functions\[0\].kind should be "scalar" or "table" or "aggregate", and is "window"/,
    ],
    ['a schema that is not base64', one({ schema: '***' }), /schema of function "f" cannot be read: it is not base64/],
    ['a schema that is none', one({ schema: Buffer.alloc(64, 0x7f).toString('base64') }), /schema of function "f" cannot be read/],
    ['more arguments than fields', one({ arguments: 3 }), /arguments should be a whole number from 0 to 2, and is 3/],
    ['two results of a scalar', one({ arguments: 0 }), /Function "f": it returns 2 columns/],
    ['limits below one', description({ limits: { inFlightBatches: 0 } }), /inFlightBatches should be a whole number from 1/],
    ['an endless name', one({ name: 'x'.repeat(1000) }), /longer than the 512 characters/],
  ])('and says %s', async (_, answer, text) => {
    const error = await connect(describing(answer)).then(() => expect.fail('It was believed'), toArbalestError);
    expect(error).toMatchObject({ family: 'user', code: 'FUNCTION_SERVER' });
    expect(error.message).toMatch(text);
    expect(error.message).toContain('container 3f2a');
  });

  test.each(['FAILED_PRECONDITION', 'INTERNAL'] as const)('in versions that are not spoken here, as %s', async (status) => {
    const refuse = (): never => {
      throw new FlightError(status, 'FAILED_PRECONDITION: versions 2 to 3 are spoken here, not 1 to 1');
    };
    const error = await connect({ doAction: refuse }).then(() => expect.fail('It was taken'), toArbalestError);
    expect(error).toMatchObject({ family: 'user', code: 'FUNCTION_PROTOCOL' });
    expect(error.message).toMatch(/versions 2 to 3 .* versions 1 to 1/);
  });
});

describe('other servers', () => {
  const infoOf = (name: string, ids: ('BIGINT' | 'VARCHAR')[], totalRecords?: number) => ({
    schema: writeSchema(ids.map((id, i) => toWireField({ name: `c${i}`, type: { id } }))),
    descriptor: { type: 'path' as const, path: [name] },
    endpoints: [],
    ...(totalRecords === undefined ? {} : { totalRecords }),
  });

  test("of databend's protocol are asked for what is declared", async () => {
    const getFlightInfo = () => infoOf('f', ['BIGINT', 'VARCHAR'], 2);
    const declared = [{ name: 'f', kind: 'scalar', arguments: [{ name: 'a', type: BIGINT }], returns: { id: 'VARCHAR' }, parallelism: 1 }];
    const found = await connect({ getFlightInfo }, { declared });
    expect(found).toMatchObject({
      dialect: 'databend',
      functions: [{ name: 'f', arguments: [{ type: BIGINT }], returns: { id: 'VARCHAR' } }],
    });
  });

  test("of version 1 of arrow-udf's protocol as well: they count arguments only, and wide forms stand for JSON and decimals", async () => {
    const wide = (name: string, format: string) => ({ name, format, nullable: true, children: [], metadata: {} });
    const row = toWireField({ name: 'row_index', type: { id: 'INTEGER' } });
    const getFlightInfo = ({ path: [name] = [] }: { readonly path?: readonly string[] }) => {
      if (name === 'lost') throw new FlightError('INTERNAL', 'There was an error');
      const schema = writeSchema([wide('a', 'U'), ...(name === 'rows' ? [row] : []), wide('', 'Z')]);
      return { ...infoOf(name!, []), schema, totalRecords: 1 };
    };
    const declared = ['f', 'lost', 'rows'].map((name) => ({
      ...{ name, kind: 'scalar' as const, arguments: [{ name: 'a', type: BIGINT }], returns: BIGINT, parallelism: 1 },
    }));
    const found = await connect({ getFlightInfo } as FlightHandler, { declared });
    const decimal = { id: 'DECIMAL', width: 38, scale: 10 };
    expect(found).toMatchObject({
      dialect: 'arrow-udf-1',
      functions: [
        { name: 'f', kind: 'scalar', arguments: [{ type: { id: 'JSON' } }], returns: decimal },
        { name: 'rows', kind: 'table', returns: { id: 'STRUCT', fields: [{ type: decimal }] } },
      ],
    });
    expect(found.functions).toHaveLength(2);
  });

  test('that list flights without end are left', async () => {
    const listFlights = function* () {
      for (let i = 0; ; i++) yield infoOf(`f${i}`, ['BIGINT'], 0);
    };
    const doAction = ({ type }: { readonly type: string }) => {
      if (type !== 'protocol_version') throw new FlightError('UNIMPLEMENTED', 'No');
      return [Uint8Array.of(2)];
    };
    const error = await connect({ listFlights, doAction }).then(() => expect.fail('It ended'), toArbalestError);
    expect(error).toMatchObject({ code: 'FUNCTION_SERVER', message: expect.stringContaining('more than 10000') as string });
  });

  test('that do not answer in time, or are not there', async () => {
    const doAction = () => new Promise<never>(() => undefined);
    const late = await connect({ doAction }, { timeoutMs: 200 }).then(() => expect.fail('It answered'), toArbalestError);
    expect(late).toMatchObject({ family: 'transient', code: 'ENGINE_UNREACHABLE' });
    const nobody = { location: 'grpc+unix:///nowhere/udf.sock', name: 'nobody', signal: new AbortController().signal };
    await expect(connectServer(nobody)).rejects.toMatchObject({ family: 'transient', code: 'ENGINE_UNREACHABLE' });
  });
});
