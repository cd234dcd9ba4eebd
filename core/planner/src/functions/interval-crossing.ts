import type { Expression, LambdaExpression } from '@arbalest/plan';
import { userError, type DataType, type NamedType } from '@arbalest/spi';
import { BIGINT, call, cast, column, constant, logical, when } from '../expressions.js';

const INTEGER: DataType = { id: 'INTEGER' };
const INTERVAL: DataType = { id: 'INTERVAL' };

/** How an INTERVAL crosses to functions: the three numbers that it is made of, which Arrow's own type keeps and engines' exports do not agree on. */
const PARTS: DataType = {
  id: 'STRUCT',
  fields: [
    { name: 'months', type: INTEGER },
    { name: 'days', type: INTEGER },
    { name: 'nanos', type: BIGINT },
  ],
};

/** The type of a value as it crosses to functions and back: the very same where no INTERVAL is in it. */
export function crossingType(type: DataType): DataType {
  if (!holdsInterval(type)) return type;
  switch (type.id) {
    case 'INTERVAL':
      return PARTS;
    case 'LIST':
    case 'ARRAY':
      return { ...type, child: crossingType(type.child) };
    case 'STRUCT':
      return { ...type, fields: type.fields.map((field) => ({ ...field, type: crossingType(field.type) })) };
    case 'MAP':
    case 'UNION':
      return refuseWithin(type);
    default:
      return type;
  }
}

export function toCrossing(value: Expression): Expression {
  return convert(value, value.type, crossingType(value.type), partsOf);
}

/** The value of type `type` that crossed back. */
export function fromCrossing(value: Expression, type: DataType): Expression {
  return convert(value, crossingType(type), type, intervalOf);
}

/** `leaf` does it for one INTERVAL, and both types differ nowhere else. */
function convert(value: Expression, from: DataType, to: DataType, leaf: (value: Expression) => Expression): Expression {
  if (!holdsInterval(from) && !holdsInterval(to)) return value;
  if (from.id === 'INTERVAL' || to.id === 'INTERVAL') return orNull(value, leaf(value));
  if (from.id === 'STRUCT' && to.id === 'STRUCT') return orNull(value, convertFields(value, from.fields, to, leaf));
  if ((from.id === 'LIST' && to.id === 'LIST') || (from.id === 'ARRAY' && to.id === 'ARRAY'))
    return convertElements(value, from.child, to, leaf);
  return value;
}

function convertFields(
  value: Expression,
  from: readonly NamedType[],
  to: Extract<DataType, { id: 'STRUCT' }>,
  leaf: (value: Expression) => Expression,
): Expression {
  const args = from.map((field, i) => convert(member(value, field), field.type, to.fields[i]!.type, leaf));
  return { kind: 'call', name: 'struct_pack', args, argNames: to.fields.map((field) => field.name), volatile: false, type: to };
}

/** The list's own column is all that its lambda may see, so the lambda's parameter follows the input's columns whatever they are: it is remapped with them. */
function convertElements(
  value: Expression,
  child: DataType,
  to: Extract<DataType, { id: 'LIST' | 'ARRAY' }>,
  leaf: (value: Expression) => Expression,
): Expression {
  const body = convert(column(PARAMETER, child), child, to.child, leaf);
  const list: DataType = { id: 'LIST', child: to.child };
  const lambda: LambdaExpression = { kind: 'lambda', parameters: ['x'], body, inputWidth: PARAMETER, type: to.child };
  const converted = call('list_transform', [value, lambda], list);
  return to.id === 'LIST' ? converted : cast(converted, to);
}

/** Beyond any input's columns; whoever places the expression gives it the input's real width. */
const PARAMETER = 1_000_000;

function partsOf(interval: Expression): Expression {
  const part = (name: string) => call('date_part', [constant(name, { id: 'VARCHAR' }), interval], BIGINT);
  const months = cast(plus(times(part('year'), 12), part('month')), INTEGER);
  const days = cast(part('day'), INTEGER);
  const micros = plus(times(plus(times(part('hour'), 60), part('minute')), 60_000_000), part('microsecond'));
  return {
    kind: 'call',
    name: 'struct_pack',
    args: [months, days, times(micros, 1000)],
    argNames: ['months', 'days', 'nanos'],
    volatile: false,
    type: PARTS,
  };
}

function intervalOf(parts: Expression): Expression {
  const [months, days, nanos] = (PARTS as Extract<DataType, { id: 'STRUCT' }>).fields.map((field) => member(parts, field));
  const micros = call('//', [nanos!, constant('1000', BIGINT)], BIGINT);
  const sum = (a: Expression, b: Expression) => call('+', [a, b], INTERVAL);
  return sum(sum(call('to_months', [months!], INTERVAL), call('to_days', [days!], INTERVAL)), call('to_microseconds', [micros], INTERVAL));
}

function member(struct: Expression, { name, type }: NamedType): Expression {
  return call('struct_extract', [struct, constant(name, { id: 'VARCHAR' })], type);
}

function orNull(value: Expression, converted: Expression): Expression {
  return when(logical('is-null', value), constant(null, converted.type), converted);
}

function plus(a: Expression, b: Expression): Expression {
  return call('+', [a, b], BIGINT);
}

function times(a: Expression, factor: number): Expression {
  return call('*', [a, constant(String(factor), BIGINT)], BIGINT);
}

function holdsInterval(type: DataType): boolean {
  switch (type.id) {
    case 'INTERVAL':
      return true;
    case 'LIST':
    case 'ARRAY':
      return holdsInterval(type.child);
    case 'STRUCT':
      return type.fields.some((field) => holdsInterval(field.type));
    case 'MAP':
      return holdsInterval(type.key) || holdsInterval(type.value);
    case 'UNION':
      return type.members.some((member_) => holdsInterval(member_.type));
    default:
      return false;
  }
}

function refuseWithin(type: Extract<DataType, { id: 'MAP' | 'UNION' }>): never {
  throw userError(
    'FUNCTION_TYPE',
    `An INTERVAL inside a ${type.id} cannot be handed to a function; hand it over by itself, or in a LIST or STRUCT`,
  );
}
