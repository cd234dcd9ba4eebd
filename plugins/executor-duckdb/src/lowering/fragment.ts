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

/** The columns of an input view, cast back to the types that the plan says. `rows`, where known, is what the optimizer is to count with. */
export function inputSelect(view: string, node: InputNode, rows?: number): string {
  const columns = node.fields.map((field, i) => `${castTo(arrowColumn(i), field.type)} AS c${i}`).join(', ');
  const select = `SELECT ${columns || 'NULL AS none'} FROM ${view}`;
  return `(${rows === undefined || rows < FEW_ROWS ? select : `${select} UNION ALL ${countedNone(node.fields.length, rows)}`})`;
}

/** DuckDB takes an Arrow view for one row, and an input of no more than this for what it is. */
const FEW_ROWS = 100;

/**
 * No rows at all, which DuckDB estimates to be `rows`: of the product of two series it takes a filter that it cannot foresee to leave a fifth. Put beside an Arrow view,
 * of whose size DuckDB cannot be told, it makes the optimizer order joins and choose their build sides by what is there. It costs two series of the square root.
 */
function countedNone(width: number, rows: number): string {
  const side = Math.ceil(Math.sqrt(rows / FILTER_ESTIMATE));
  const nulls = Array.from({ length: Math.max(1, width) }, () => 'NULL').join(', ');
  return `SELECT ${nulls} FROM range(${side}) AS a(n), range(${side}) AS b(n) WHERE a.n < 0`;
}

const FILTER_ESTIMATE = 0.2;

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
