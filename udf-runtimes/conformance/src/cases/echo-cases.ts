import { ECHO_TYPES } from '../arrow/sql-fields.js';
import type { Writing } from '../arrow/physical-column.js';
import type { Value } from '../arrow/shape.js';
import { type ConformanceCase, inGroup, type Session } from '../conformance-case.js';
import { expectEqual, SkipCase } from '../expect.js';
import { inputsOf } from '../offered-functions.js';
import { ECHO_VALUES } from './values.js';

const scenarios: readonly { readonly name: string; readonly writing: Writing; rows: (values: readonly Value[]) => readonly Value[] }[] = [
  { name: 'values and extremes', writing: 'plain', rows: (values) => values },
  { name: 'NULLs between values', writing: 'plain', rows: (values) => values.flatMap((value) => [null, value, value]) },
  { name: 'only NULLs', writing: 'plain', rows: () => Array.from({ length: 9 }, () => null) },
  { name: 'no rows', writing: 'plain', rows: () => [] },
  {
    name: 'bitmaps, offsets and bytes as slices have them',
    writing: 'noisy',
    rows: (values) => values.flatMap((value, i) => (i % 2 === 0 ? [value, null] : [value])),
  },
  {
    name: 'enough rows for bitmaps of several words',
    writing: 'noisy',
    rows: (values) => Array.from({ length: 200 }, (_, i) => (i % 7 === 3 ? null : values[i % values.length]!)),
  },
];

const echo = inGroup('echo');

export const echoCases: readonly ConformanceCase[] = ['echo_', 'echo_row_'].flatMap((prefix) =>
  ECHO_TYPES.map((type) => echo(`${prefix}${type}`, (session) => echoAll(session, `${prefix}${type}`, ECHO_VALUES[type]!))),
);

async function echoAll(session: Session, name: string, values: readonly Value[]): Promise<void> {
  if (name.startsWith('echo_row_') && !session.description.functions.has(name))
    throw new SkipCase('the server has no convenience by row for this type');
  const stream = session.call(name, 'scalar', inputsOf(name));
  for (const { name: scenario, writing, rows } of scenarios) {
    const sent = rows(values);
    const [answer] = await stream.batch(stream.send([sent], { writing }));
    expectEqual(answer!.error, undefined, `${scenario}: an error`);
    expectEqual(answer!.columns[0], sent, scenario);
  }
  await stream.end();
}
