import type { Field } from 'apache-arrow';
import { groupField, statesField } from '../arrow/sql-fields.js';
import type { Value } from '../arrow/shape.js';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import { expectEqual, expectTrue } from '../expect.js';
import { inputsOf, offeredFunction } from '../offered-functions.js';
import type { Operation } from '../wire/command.js';
import { only } from './scalar-cases.js';
import { doubles, ints } from './values.js';

const aggregate = inGroup('aggregate');
const STATE_TYPE = 'Binary';

interface Groups {
  readonly name: string;
  readonly groups: readonly Value[];
  readonly answers: readonly Value[];
}

/** Groups of each aggregate, and what they make; sums that are exact in any order. */
const ALL: readonly Groups[] = [
  {
    name: 'sum_squares',
    groups: [doubles(1, 2, 3), [], null, doubles(4, null, 0.5), doubles(null)],
    answers: doubles(14, 0, 0, 16.25, 0),
  },
  {
    name: 'weighted_average',
    groups: [[pair(1, 1), pair(3, 1)], [], null, [pair(5, 0)], [pair(1, null), pair(null, 2), pair(8, 4), pair(2, 4)]],
    answers: doubles(2, null, null, null, 5),
  },
  {
    name: 'join_sorted',
    groups: [['b', 'a', 'b'], [], null, ['é', 'z', null, 'Z', ''], [null]],
    answers: ['a,b', null, null, ',Z,z,é', null],
  },
  { name: 'count_rows', groups: [ints(1, 1, null), [], null, ints(5)], answers: ints(3, 0, 0, 1) },
  { name: 'fail_sum', groups: [ints(1, 2, null), [], null], answers: ints(3, 0, 0) },
];

function pair(value: number | null, weight: number | null): Value {
  return doubles(value, weight);
}

export const groupsField = (name: string): Field => groupField(inputsOf(name));

export async function operate(
  session: Session,
  name: string,
  operation: Operation,
  field: Field,
  rows: readonly Value[],
  noisy = false,
): Promise<readonly Value[]> {
  const stream = session.call(name, operation, [field]);
  const { fields } = await stream.schema();
  const result = operation === 'update' || operation === 'merge' ? STATE_TYPE : String(offeredFunction(name).outputs[0]!.type);
  expectEqual(
    fields.map(({ type }) => String(type)),
    [result],
    `Type of the answer of ${operation}`,
  );
  const answer = await only(stream, stream.send([rows], { writing: noisy ? 'noisy' : 'plain' }));
  expectEqual(answer.error, undefined, `${operation}: an error`);
  await stream.end();
  return answer.columns[0]!;
}

export const aggregateCases: readonly ConformanceCase[] = ALL.flatMap(({ name, groups, answers }) => [
  aggregate(`${name}: complete`, async (session) => {
    expectEqual(await operate(session, name, 'complete', groupsField(name), groups), answers, 'complete');
    expectEqual(
      await operate(session, name, 'complete', groupsField(name), groups, true),
      answers,
      'complete, lists written as slices have them',
    );
    expectEqual(await operate(session, name, 'complete', groupsField(name), []), [], 'complete without groups');
  }),
  aggregate(`${name}: update and finish`, async (session) => {
    const states = await operate(session, name, 'update', groupsField(name), groups);
    expectTrue(
      states.every((state) => state !== null),
      'A state is NULL',
    );
    expectEqual(
      await finish(
        session,
        name,
        states.map((state) => [state]),
      ),
      answers,
      'finish',
    );
  }),
  aggregate(`${name}: merged in several orders`, (session) => mergeOrders(session, name, groups, answers)),
  aggregate(`${name}: NULL among states is left out`, async (session) => {
    const states = await operate(session, name, 'update', groupsField(name), groups);
    expectEqual(
      await finish(
        session,
        name,
        states.map((state) => [null, state, null]),
      ),
      answers,
      'finish',
    );
    const merged = await operate(
      session,
      name,
      'merge',
      statesField(),
      states.map((state) => [null, state]),
    );
    expectEqual(
      await finish(
        session,
        name,
        merged.map((state) => [state]),
      ),
      answers,
      'merge, then finish',
    );
  }),
  aggregate(`${name}: no states`, async (session) => {
    const nothing = answers[groups.indexOf(null)]!;
    expectEqual(await finish(session, name, [[], null, [null]]), [nothing, nothing, nothing], 'finish');
    const merged = await operate(session, name, 'merge', statesField(), [[], null, [null]]);
    expectTrue(
      merged.every((state) => state !== null),
      'A merged state is NULL',
    );
    expectEqual(
      await finish(
        session,
        name,
        merged.map((state) => [state]),
      ),
      [nothing, nothing, nothing],
      'merge, then finish',
    );
  }),
]);

const finish = (session: Session, name: string, states: readonly Value[]): Promise<readonly Value[]> =>
  operate(session, name, 'finish', statesField(), states);

/** Each group is cut into its single rows, whose states are merged forwards, backwards and as a tree. */
async function mergeOrders(session: Session, name: string, groups: readonly Value[], answers: readonly Value[]): Promise<void> {
  const rows = groups.map((group) => (group as readonly Value[] | null) ?? []);
  const flat = rows.flatMap((group) => group.map((row) => [row]));
  const states = await operate(session, name, 'update', groupsField(name), flat);
  let at = 0;
  const parts = rows.map((group) => states.slice(at, (at += group.length)));
  expectEqual(await finish(session, name, parts), answers, 'Forwards');
  expectEqual(
    await finish(
      session,
      name,
      parts.map((part) => part.toReversed()),
    ),
    answers,
    'Backwards',
  );
  const halves = parts.flatMap((part) => [part.slice(0, part.length >> 1), part.slice(part.length >> 1)]);
  const merged = await operate(session, name, 'merge', statesField(), halves, true);
  const trees = parts.map((_, i) => [merged[2 * i + 1]!, merged[2 * i]!]);
  expectEqual(await finish(session, name, trees), answers, 'As a tree');
}
