import { type InputNode, outputTypes, type PlanNode } from '@arbalest/plan';
import type { DataType, PartitionRequest } from '@arbalest/spi';
import { toTravel } from '../arrow/travel-type.js';
import { type LeafSources, Lowering } from './lowering.js';
import { namedSelect, selectText } from './relation.js';
import { castTo, isNameable } from './types.js';

/** A fragment as one SELECT, and the types of what it yields. */
export interface LoweredFragment {
  readonly sql: string;
  readonly types: readonly DataType[];
}

const PARTITION_TYPE: DataType = { id: 'USMALLINT' };

/** The fragment's rows in travel form, and behind them the partition id where one is wanted. */
export function lowerFragment(plan: PlanNode, sources: LeafSources, partition?: PartitionRequest): LoweredFragment {
  const lowering = new Lowering(sources);
  const relation = lowering.aliases.bareColumns(lowering.lower(plan));
  const types = outputTypes(plan);
  const columns = relation.columns.map((column, i) => (isNameable(types[i]!) ? toTravel(column, types[i]!) : column));
  if (partition === undefined) return { sql: selectText({ ...relation, columns }), types };
  const id = partitionId(relation.columns, partition);
  return { sql: selectText({ ...relation, columns: [...columns, id] }), types: [...types, PARTITION_TYPE] };
}

/** The fragment's rows as they are, under the names given: what is written to files. */
export function lowerForWriting(plan: PlanNode, sources: LeafSources, names: readonly string[], types: readonly DataType[]): string {
  const lowering = new Lowering(sources);
  const relation = lowering.lower(plan);
  return namedSelect({ ...relation, columns: relation.columns.map((column, i) => castTo(column, types[i]!)) }, names);
}

/** The columns of an input view, cast back to the types that the plan says. */
export function inputSelect(view: string, node: InputNode): string {
  const columns = node.fields.map((field, i) => `${castTo(arrowColumn(i), field.type)} AS c${i}`).join(', ');
  return `(SELECT ${columns || 'NULL AS none'} FROM ${view})`;
}

/** Arrow rows are one struct column of the engine's views. */
export function arrowColumn(index: number): string {
  return `struct_extract(r, 'c${index}')`;
}

/**
 * DuckDB's own hash, which is the same in every process and on every platform for one version: all executors of a cluster run the pinned one. It hashes NULL to one value, and
 * −0 and 0, and all NaNs, alike. It is hashed a second time because DuckDB's joins and aggregates in the next stage place rows by the low and high bits of the same hash:
 * rows that agree modulo the number of partitions would crowd in a part of their tables.
 *
 * Without keys rows are spread by all their columns: a task that runs again spreads its rows as before, in whatever order they come.
 */
function partitionId(columns: readonly string[], { keys, count }: PartitionRequest): string {
  const hashed = keys.length === 0 ? columns : keys.map((key) => columns[key]!);
  if (count <= 1 || hashed.length === 0) return 'CAST(0 AS USMALLINT)';
  return `CAST(hash(hash(${hashed.join(', ')})) % CAST(${count} AS UBIGINT) AS USMALLINT)`;
}

