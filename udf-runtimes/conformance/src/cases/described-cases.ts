import type { DataType, Field } from 'apache-arrow';
import { groupField, statesField } from '../arrow/sql-fields.js';
import { shapeOf, typeText } from '../arrow/shape.js';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import type { Description, DescribedFunction } from '../description.js';
import { expectEqual, expectTrue } from '../expect.js';
import type { Operation } from '../wire/command.js';

const described = inGroup('described');

/** What can be asked of functions that nothing is known of but their description. */
export function describedCases({ functions }: Description): ConformanceCase[] {
  return [...functions.values()].flatMap((each) => [
    described(`${each.name}: the description`, () => Promise.resolve(checkShape(each))),
    described(`${each.name}: no rows`, (session) => callEmpty(session, each)),
  ]);
}

function checkShape({ name, kind, nulls, volatility, inputs, outputs }: DescribedFunction): void {
  expectTrue(['scalar', 'table', 'aggregate'].includes(kind), `${name} has the kind ${kind}`);
  expectTrue(['call', 'propagate'].includes(nulls), `${name} has nulls ${nulls}`);
  expectTrue(['immutable', 'stable', 'volatile'].includes(volatility), `${name} has the volatility ${volatility}`);
  expectTrue(outputs.length > 0 && (kind === 'table' || outputs.length === 1), `${name} is ${kind} and returns ${outputs.length} fields`);
  for (const field of [...inputs, ...outputs]) shapeOf(field.type as DataType);
}

async function callEmpty(session: Session, { name, kind, inputs, outputs }: DescribedFunction): Promise<void> {
  const plans: readonly (readonly [Operation, readonly Field[]])[] =
    kind === 'aggregate'
      ? [
          ['complete', [groupField(inputs)]],
          ['update', [groupField(inputs)]],
          ['merge', [statesField()]],
          ['finish', [statesField()]],
        ]
      : [[kind as Operation, inputs]];
  for (const [operation, input] of plans) {
    const stream = session.call(name, operation, input);
    const { fields } = await stream.schema();
    const states = operation === 'update' || operation === 'merge';
    const wanted = states ? ['Binary'] : [...(kind === 'table' ? ['Int32'] : []), ...outputs.map(({ type }) => typeText(type as DataType))];
    expectEqual(
      fields.map(({ type }) => typeText(type as DataType)),
      wanted,
      `Types of the answers of ${operation}`,
    );
    const answers = await stream.batch(
      stream.send(
        input.map(() => []),
        { rows: 0 },
      ),
    );
    expectEqual(
      answers.map(({ error }) => error?.message),
      answers.map(() => undefined),
      'Errors',
    );
    expectEqual(answers.at(-1)!.header.rows, 0, 'Rows');
    await stream.end();
  }
}
