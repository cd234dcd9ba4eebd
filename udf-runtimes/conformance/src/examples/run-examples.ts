import { FlightClient } from '@arbalest/flight';
import type { DataType, Field } from 'apache-arrow';
import { groupField, statesField } from '../arrow/sql-fields.js';
import type { Value } from '../arrow/shape.js';
import { inGroup, type Session } from '../conformance-case.js';
import { type Description, describeServer, type DescribedFunction } from '../description.js';
import { fail } from '../expect.js';
import { runCase } from '../run-case.js';
import type { CaseResult, ConformanceOptions, Target } from '../target.js';
import type { Operation } from '../wire/command.js';
import { jsonText } from './json-text.js';
import { sameValue } from './same-value.js';
import { valueOf } from './json-value.js';

/** One call of a project's examples.json with what it gives. Values as `valueOf` reads them. */
export interface Example {
  readonly function: string;
  /** @default `scalar` or `table` as the function is; `complete` for an aggregate */
  readonly operation?: Operation;
  /** A list for each argument, with a value for each row. An aggregate has one: a list of rows for each group. */
  readonly arguments: readonly (readonly unknown[])[];
  /** A value for each row. Of a table function the rows that it makes, as objects with `row` and the columns, or as arrays in that order. */
  readonly expected: readonly unknown[];
  readonly options?: Readonly<Record<string, string>>;
}

/** Calls a server as the examples say, each a case. Floats may differ in their last digits; all else is compared exactly. */
export async function* runExamples(
  target: Target,
  examples: readonly Example[],
  options: ConformanceOptions = {},
): AsyncGenerator<CaseResult, void, undefined> {
  const client = new FlightClient(target.location);
  const newCase = inGroup('examples');
  try {
    let description: Description = { raw: {}, functions: new Map(), inFlightBatches: 1 };
    const hello = newCase('describe', async ({ signal }) => void (description = await describeServer(client, signal)));
    const said = await runCase(hello, client, description, target, options);
    if (said.outcome === 'failed') return yield said;
    for (const [i, example] of examples.entries()) {
      const each = newCase(`${example.function}, example ${i + 1}`, (session) => runExample(session, example));
      yield await runCase(each, client, description, target, options);
    }
  } finally {
    client.close();
  }
}

async function runExample(session: Session, example: Example): Promise<void> {
  const described = session.function(example.function);
  const operation = example.operation ?? (described.kind === 'aggregate' ? 'complete' : (described.kind as Operation));
  const input = inputFields(described, operation);
  if (example.arguments.length !== input.length)
    fail(`${example.function} takes ${input.length} columns; the example has ${example.arguments.length}`);
  const columns = example.arguments.map((column, i) => column.map((json) => valueOf(input[i]!.type as DataType, json)));
  const call = { function: example.function, operation, arguments: input.map((_, i) => i), options: example.options ?? {} };
  const stream = session.stream({ calls: [call] }, input);
  const { fields } = await stream.schema();
  // Without columns there is still a row for each value that is expected.
  const answers = await stream.batch(stream.send(columns, { rows: columns[0]?.length ?? example.expected.length }));
  await stream.end();
  const error = answers.find((answer) => answer.error !== undefined)?.error;
  if (error !== undefined) fail(`The call failed: ${String(error.message)}`);
  const met = fields.map((_, i) => answers.flatMap((answer) => answer.columns[i]!));
  compare(fields, met, operation === 'table' ? tableColumns(fields, example.expected) : [example.expected]);
}

function inputFields({ kind, inputs }: DescribedFunction, operation: Operation): readonly Field[] {
  if (kind !== 'aggregate') return inputs;
  return [operation === 'merge' || operation === 'finish' ? statesField() : groupField(inputs)];
}

function tableColumns(fields: readonly Field[], rows: readonly unknown[]): unknown[][] {
  return fields.map((field, i) =>
    rows.map((row) => (Array.isArray(row) ? (row as unknown[])[i] : (row as Record<string, unknown>)[field.name])),
  );
}

function compare(fields: readonly Field[], met: readonly (readonly Value[])[], expected: readonly (readonly unknown[])[]): void {
  fields.forEach((field, i) => {
    const type = field.type as DataType;
    const wanted = expected[i]!.map((json) => valueOf(type, json));
    if (met[i]!.length !== wanted.length) fail(`expected ${wanted.length} rows, met ${met[i]!.length}`);
    met[i]!.forEach((value, row) => {
      // The name of a lone column says nothing that the case's name does not say.
      const where = fields.length > 1 ? `column ${field.name}, row ${row}` : `row ${row}`;
      if (!sameValue(type, value, wanted[row]!)) fail(`${where}: expected ${jsonText(type, wanted[row]!)}, met ${jsonText(type, value)}`);
    });
  });
}
