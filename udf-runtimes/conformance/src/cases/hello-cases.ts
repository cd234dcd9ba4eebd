import type { DataType, Field } from 'apache-arrow';
import { EXTENSION_METADATA, EXTENSION_NAME } from '../arrow/sql-fields.js';
import { typeText } from '../arrow/shape.js';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import { jsonResult, oneResult } from '../description.js';
import { expectEqual, expectStatus, expectTrue, SkipCase } from '../expect.js';
import { OFFERED, inputsOf, type OfferedFunction } from '../offered-functions.js';
import { only } from './scalar-cases.js';
import { ints } from './values.js';

const hello = inGroup('hello');
const describe = inGroup('describe');

export const helloCases: readonly ConformanceCase[] = [
  hello('protocol_version is 2', async ({ client, signal }) => {
    expectEqual([...(await oneResult(client, 'protocol_version', '', signal))], [2], 'The one byte');
  }),
  hello('the description names protocol, runtime and transports', async ({ description: { raw } }) => {
    expectEqual(raw['protocol'], 1, 'protocol');
    const runtime = (raw['runtime'] ?? {}) as Record<string, unknown>;
    for (const member of ['name', 'version', 'language']) expectEqual(typeof runtime[member], 'string', `The type of runtime.${member}`);
    expectTrue(Array.isArray(raw['transports']) && raw['transports'].includes('socket'), 'transports does not name "socket"');
  }),
  hello('versions that do not meet are FAILED_PRECONDITION', async ({ client, signal }) => {
    const asked = jsonResult(client, 'arbalest.describe', '{"protocol": {"min": 7, "max": 9}}', signal);
    const error = await expectStatus(asked, ['FAILED_PRECONDITION'], 'describe for versions 7 to 9');
    expectTrue(
      ['7', '9', '1'].every((number) => error.message.includes(number)),
      `The text does not name both ranges: ${error.message}`,
    );
  }),
  hello('a range that holds version 1 is agreed on', async ({ client, signal }) => {
    expectEqual((await jsonResult(client, 'arbalest.describe', '{"protocol": {"min": 1, "max": 9}}', signal))['protocol'], 1, 'protocol');
  }),
  hello('readers ignore members that they do not know', async ({ client, signal }) => {
    const body = '{"protocol": {"min": 1, "max": 1, "odd": 2}, "new": [1]}';
    expectEqual((await jsonResult(client, 'arbalest.describe', body, signal))['protocol'], 1, 'protocol');
  }),
  hello('health is ready', async ({ client, signal }) => {
    const { status, calls } = await jsonResult(client, 'arbalest.health', '', signal);
    expectEqual([status, typeof calls], ['ready', 'number'], 'health');
  }),
  hello('an unknown action is refused', async ({ client, signal }) => {
    await expectStatus(
      oneResult(client, 'no.such.action', '', signal),
      ['UNIMPLEMENTED', 'NOT_FOUND', 'INVALID_ARGUMENT'],
      'no.such.action',
    );
  }),
  hello('metrics count batches and rows', metrics),
];

/** Only FUNCTIONS.md's functions can be known beforehand. */
export const describeCases: readonly ConformanceCase[] = OFFERED.map((offered) =>
  describe(offered.name, (session) => checkDescribed(session, offered)),
);

export const drainCases: readonly ConformanceCase[] = [
  inGroup('drain')('a draining server answers actions and refuses calls', async (session) => {
    const { client, signal } = session;
    expectEqual((await jsonResult(client, 'arbalest.drain', '', signal))['status'], 'draining', 'drain');
    expectEqual((await jsonResult(client, 'arbalest.health', '', signal))['status'], 'draining', 'health');
    const [name] = [...session.description.functions.keys()];
    if (name === undefined) throw new SkipCase('the server has no functions');
    const { kind, inputs } = session.function(name);
    const operation = kind === 'aggregate' ? 'complete' : (kind as 'scalar' | 'table');
    await expectStatus(session.call(name, operation, inputs).drain(), ['UNAVAILABLE'], 'A call');
  }),
];

async function checkDescribed(session: Session, offered: OfferedFunction): Promise<void> {
  if (offered.optional !== undefined && !session.description.functions.has(offered.name)) throw new SkipCase(offered.optional);
  const { kind, nulls, volatility, repeatable, inputs, outputs } = session.function(offered.name);
  const wanted = { kind: offered.kind, nulls: offered.nulls, volatility: offered.volatility, repeatable: offered.repeatable };
  expectEqual({ kind, nulls, volatility, repeatable }, wanted, 'Kind, NULLs, volatility, repeatable');
  expectEqual(inputs.map(argumentText), offered.inputs.map(argumentText), 'Arguments');
  const text = offered.kind === 'table' ? argumentText : fieldText;
  expectEqual(outputs.map(text), offered.outputs.map(text), 'Results');
}

const argumentText = (field: Field): string => `${field.name} ${fieldText(field)}`;

function fieldText({ type, metadata }: Field): string {
  const extension = metadata.get(EXTENSION_NAME);
  const parameters = metadata.get(EXTENSION_METADATA);
  const values = extension === 'arbalest.enum' ? ` ${JSON.stringify(JSON.parse(parameters ?? 'null'))}` : '';
  return `${typeText(type as DataType)}${extension === undefined ? '' : ` (${extension}${values})`}`;
}

async function metrics(session: Session): Promise<void> {
  const before = await countsOf(session);
  const stream = session.call('add', 'scalar', inputsOf('add'));
  for (const rows of [ints(1, 2, 3), ints(4)]) await only(stream, stream.send([rows, rows]));
  await stream.end();
  const failing = session.call('fail_on', 'scalar', inputsOf('fail_on'), { errors: 'rows' });
  const failedBefore = before('fail_on', 'failedRows');
  await only(failing, failing.send([ints(7, 1, 7)]));
  await failing.end();
  const after = await countsOf(session);
  expectEqual(
    [after('add', 'batches') - before('add', 'batches'), after('add', 'rows') - before('add', 'rows')],
    [2, 4],
    'Batches and rows of add',
  );
  expectEqual(after('fail_on', 'failedRows') - failedBefore, 2, 'Failed rows of fail_on');
  expectTrue(after('add', 'cpuMicros') >= before('add', 'cpuMicros'), 'cpuMicros went down');
}

async function countsOf({ client, signal }: Session): Promise<(name: string, member: string) => number> {
  const { functions } = await jsonResult(client, 'arbalest.metrics', '', signal);
  expectTrue(Array.isArray(functions), 'metrics has no list of functions');
  return (name, member) => {
    const found = (functions as Record<string, unknown>[]).find((each) => each['name'] === name);
    return Number(found?.[member] ?? 0);
  };
}
