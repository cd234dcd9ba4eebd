import type { Field } from 'apache-arrow';
import { ECHO_TYPES, sqlField } from './arrow/sql-fields.js';

/** A function of FUNCTIONS.md. */
export interface OfferedFunction {
  readonly name: string;
  readonly kind: 'scalar' | 'table' | 'aggregate';
  readonly inputs: readonly Field[];
  readonly outputs: readonly Field[];
  readonly nulls: 'call' | 'propagate';
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  readonly repeatable: boolean;
  /** Why a server may leave it out. */
  readonly optional?: string;
}

type More = Partial<Pick<OfferedFunction, 'nulls' | 'volatility' | 'repeatable' | 'optional'>>;

/** `text varchar, n integer` to fields. */
function fields(list: string): Field[] {
  const parts = list.split(', ').filter((part) => part !== '');
  return parts.map((part) => sqlField(part.split(' ')[0]!, part.split(' ')[1]!));
}

function offered(kind: OfferedFunction['kind'], name: string, inputs: string, outputs: string, more: More = {}): OfferedFunction {
  const volatility = more.volatility ?? 'immutable';
  const repeatable = volatility !== 'volatile';
  return { name, kind, inputs: fields(inputs), outputs: fields(outputs), nulls: 'propagate', volatility, repeatable, ...more };
}

const VOLATILE: More = { volatility: 'volatile' };
const NO_CONVENIENCE = 'the server has no convenience by row for this type';

const echoes = ECHO_TYPES.flatMap((type) => [
  offered('scalar', `echo_${type}`, `value ${type}`, `value ${type}`),
  offered('scalar', `echo_row_${type}`, `value ${type}`, `value ${type}`, { optional: NO_CONVENIENCE }),
]);

export const OFFERED: readonly OfferedFunction[] = [
  offered('scalar', 'add', 'a bigint, b bigint', 'value bigint'),
  offered('scalar', 'upper', 'text varchar', 'value varchar'),
  offered('scalar', 'answer', '', 'value integer'),
  offered('scalar', 'is_null', 'value integer', 'value integer', { nulls: 'call' }),
  offered('scalar', 'fail_on', 'value integer', 'value integer'),
  offered('scalar', 'fail_batch_on', 'value integer', 'value integer'),
  offered('scalar', 'sleep_ms', 'ms integer', 'value integer', VOLATILE),
  offered('scalar', 'context', 'name varchar', 'value varchar', { volatility: 'stable' }),
  offered('scalar', 'log_text', 'text varchar', 'value varchar', VOLATILE),
  offered('scalar', 'started', '', 'value integer'),
  offered('scalar', 'process_id', '', 'value bigint', VOLATILE),
  offered('scalar', 'crash_on', 'value integer', 'value integer', VOLATILE),
  offered('scalar', 'crash_once', 'path varchar', 'value integer', { repeatable: true }),
  ...echoes,
  offered('table', 'split', 'text varchar, separator varchar', 'part varchar, position integer'),
  offered('table', 'series', 'n integer', 'i integer'),
  offered('table', 'number_rows', 'value bigint', 'value bigint, batch integer', VOLATILE),
  offered('table', 'fail_rows', 'value integer', 'value integer'),
  offered('aggregate', 'sum_squares', 'value double', 'value double'),
  offered('aggregate', 'weighted_average', 'value double, weight double', 'value double'),
  offered('aggregate', 'join_sorted', 'text varchar', 'value varchar'),
  offered('aggregate', 'count_rows', '', 'value bigint'),
  offered('aggregate', 'fail_sum', 'value integer', 'value bigint'),
];

export function offeredFunction(name: string): OfferedFunction {
  const found = OFFERED.find((each) => each.name === name);
  if (found === undefined) throw new Error(`FUNCTIONS.md has no ${name}`);
  return found;
}

export const inputsOf = (name: string): readonly Field[] => offeredFunction(name).inputs;
