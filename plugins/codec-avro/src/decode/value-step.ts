import { type DataType, type NamedType, typeToSql, userError } from '@arbalest/spi';
import type { Column } from '../arrow/column.js';
import type { ListColumn, StructColumn, UnionColumn } from '../arrow/nested-columns.js';
import { CorruptBytes } from '../container/corrupt.js';
import { MOST_EMPTY_ITEMS } from '../container/limits.js';
import type { AvroType } from '../schema/avro-type.js';
import { leastBytes } from '../schema/least-bytes.js';
import { scalarStep } from './scalar-step.js';
import { branchStep, skipStep, type Step } from './skip.js';

/** Where in a table a value is, and what may be there. */
export interface ValuePlace {
  readonly file: string;
  /** Of fields, outermost first. */
  readonly path: readonly string[];
  /** Whether what the file does not have is NULL. */
  readonly unites: boolean;
}

/**
 * How values of a file go into a column of the table.
 *
 * @throws user error `SCHEMA_MISMATCH` that names the file and the column, when the file has values of another type than the table
 */
export function valueStep(type: AvroType, target: DataType, column: Column, place: ValuePlace): Step {
  switch (type.kind) {
    case 'null':
      return () => column.appendNull();
    case 'union':
      return unionStep(type, target, column, place);
    case 'array':
      if (target.id !== 'LIST') return refuse(target, place);
      return listStep(column as ListColumn, leastBytes(type.items), (child) =>
        valueStep(type.items, target.child, child, below(place, '[]')),
      );
    case 'map':
      if (target.id !== 'MAP') return refuse(target, place);
      return listStep(column as ListColumn, 1 + leastBytes(type.values), (entries) => {
        const [key, value] = (entries as StructColumn).children;
        const steps = [
          scalarStep({ kind: 'string' }, { id: 'VARCHAR' }, key!)!,
          valueStep(type.values, target.value, value!, below(place, '{}')),
        ];
        return structStep(entries as StructColumn, steps, []);
      });
    case 'record':
      if (target.id !== 'STRUCT') return refuse(target, place);
      return structStep(column as StructColumn, ...fieldSteps(type.fields, target.fields, (column as StructColumn).children, place));
    default:
      return scalarStep(type, target, column) ?? refuse(target, place);
  }
}

/**
 * A step for each field of a record, in its order, and the columns that it has no field for.
 *
 * @throws user error `SCHEMA_MISMATCH`
 */
export function fieldSteps(
  fields: Extract<AvroType, { kind: 'record' }>['fields'],
  targets: readonly NamedType[],
  columns: readonly Column[],
  place: ValuePlace,
): [steps: readonly Step[], missing: readonly Column[]] {
  const steps = fields.map(({ name, type }) => {
    const at = targets.findIndex((target) => target.name === name);
    return at < 0 ? skipStep(type) : valueStep(type, targets[at]!.type, columns[at]!, below(place, name));
  });
  const missing = targets.flatMap(({ name }, at) => (fields.some((field) => field.name === name) ? [] : [at]));
  if (missing.length > 0 && !place.unites) {
    const name = [...place.path, targets[missing[0]!]!.name].join('.');
    throw userError(
      'SCHEMA_MISMATCH',
      `${place.file} has no column "${name}"; it has: ${fields.map((field) => field.name).join(', ')}. With the option union_by_name = true it is NULL there`,
    );
  }
  return [steps, missing.map((at) => columns[at]!)];
}

function structStep(column: StructColumn, steps: readonly Step[], missing: readonly Column[]): Step {
  return (cursor) => {
    for (const step of steps) step(cursor);
    for (const other of missing) other.appendNull();
    column.end();
  };
}

function listStep(column: ListColumn, least: number, itemStep: (child: Column) => Step): Step {
  const { child } = column;
  const item = itemStep(child);
  return (cursor) => {
    for (let count = cursor.items(least); count > 0; count = cursor.items(least)) {
      if (least === 0 && child.length + count > MOST_EMPTY_ITEMS)
        throw new CorruptBytes(`${count} items without a value are announced, after ${child.length} others`);
      for (let i = 0; i < count; i++) item(cursor);
    }
    column.end();
  };
}

function unionStep({ branches }: Extract<AvroType, { kind: 'union' }>, target: DataType, column: Column, place: ValuePlace): Step {
  if (target.id !== 'UNION') {
    if (branches.filter((branch) => branch.type.kind !== 'null').length > 1) return refuse(target, place);
    return branchStep(branches.map((branch) => valueStep(branch.type, target, column, place)));
  }
  const union = column as UnionColumn;
  const steps = branches.map(({ name, type }): Step => {
    if (type.kind === 'null') return () => union.appendNull();
    const member = target.members.findIndex((candidate) => candidate.name === name);
    if (member < 0) return refuse(target, place);
    const step = valueStep(type, target.members[member]!.type, union.members[member]!, below(place, name));
    return (cursor) => {
      step(cursor);
      union.end(member);
    };
  });
  return branchStep(steps);
}

function below(place: ValuePlace, name: string): ValuePlace {
  return { ...place, path: [...place.path, name] };
}

function refuse(target: DataType, { file, path }: ValuePlace): never {
  throw userError(
    'SCHEMA_MISMATCH',
    `Column "${path.join('.')}" of ${file} has another type than the table, where it is ${typeToSql(target)}; create the table anew, with the option union_by_name = true`,
  );
}
