import type { InvokeCall, InvokeNode } from '@arbalest/plan';
import {
  type ArrowBatch,
  type DataType,
  type Executor,
  type FragmentMetrics,
  type FragmentRequest,
  type FunctionDefinition,
} from '@arbalest/spi';
import { decodeBatches, encodeTable } from '@arbalest/flight';
import type { RecordBatch, Table } from 'apache-arrow';
import { writeSchema } from '../../arrow/write-schema.js';
import { travelField } from '../../arrow/travel-field.js';

export const BIGINT: DataType = { id: 'BIGINT' };
export const INTEGER: DataType = { id: 'INTEGER' };
export const VARCHAR: DataType = { id: 'VARCHAR' };
export const BOOLEAN: DataType = { id: 'BOOLEAN' };
export const DOUBLE: DataType = { id: 'DOUBLE' };

/** A definition of a function of the conformance server. */
export function definition(
  name: string,
  args: readonly DataType[],
  returns: DataType,
  more: Partial<FunctionDefinition> = {},
): FunctionDefinition {
  return {
    id: `${name}#1`,
    name,
    kind: 'scalar',
    arguments: args.map((type, i) => ({ name: `a${i}`, type })),
    returns,
    language: 'python',
    source: { kind: 'image', image: 'conformance', digest: 'sha256:0' },
    handler: name,
    volatility: 'immutable',
    nulls: 'propagate',
    repeatable: true,
    onError: 'fail',
    timeoutMs: 0,
    options: {},
    requests: {},
    ...more,
  };
}

export interface InvokeCase {
  readonly functions: readonly FunctionDefinition[];
  /** Types of the input's columns. */
  readonly input: readonly DataType[];
  readonly keep?: readonly number[];
  readonly calls: readonly (Pick<InvokeCall, 'function' | 'operation'> & {
    readonly args: readonly number[];
    readonly when?: number;
    readonly type?: DataType;
  })[];
  readonly tables?: readonly Table[];
  readonly batches?: AsyncIterable<ArrowBatch> | Iterable<ArrowBatch>;
  readonly more?: Partial<FragmentRequest>;
}

export interface InvokeResult {
  readonly batches: readonly RecordBatch[];
  readonly rows: Record<string, unknown>[];
  readonly metrics: FragmentMetrics;
}

export function invokeRequest(wanted: InvokeCase): FragmentRequest {
  const column = (index: number) => ({ kind: 'column' as const, index, type: wanted.input[index]! });
  const fields = wanted.input.map((type, i) => ({ name: `i${i}`, type, nullable: true }));
  const calls = wanted.calls.map(({ function: position, operation, args, when, type }): InvokeCall => ({
    function: position,
    operation,
    name: wanted.functions[position]!.name,
    args: args.map(column),
    ...(when === undefined ? {} : { when: column(when) }),
    type: type ?? wanted.functions[position]!.returns,
  }));
  const plan: InvokeNode = { kind: 'invoke', input: { kind: 'input', input: 0, fields }, keep: (wanted.keep ?? []).map(column), calls };
  const batches = wanted.batches ?? (wanted.tables ?? []).flatMap(tableBatches);
  const schema = { message: writeSchema(fields.map(travelField)) };
  return {
    id: 'job-1/0/0/0',
    plan,
    scans: [],
    inputs: [{ fields, open: () => Promise.resolve({ schema, batches: asyncOf(batches) }) }],
    functions: wanted.functions,
    user: 'ada',
    settings: {},
    memoryBytes: 1 << 30,
    threads: 2,
    spillDirectory: '/tmp',
    batchBytes: 1 << 20,
    signal: new AbortController().signal,
    ...wanted.more,
  };
}

export async function runInvoke(engine: Executor, wanted: InvokeCase): Promise<InvokeResult> {
  const execution = await engine.execute(invokeRequest(wanted));
  const found: ArrowBatch[] = [];
  for await (const batch of execution.batches) found.push(batch);
  const messages = [
    { metadata: execution.schema.message, body: new Uint8Array(0) },
    ...found.map(({ metadata, body }) => ({ metadata, body })),
  ];
  const batches: RecordBatch[] = [];
  for await (const batch of decodeBatches(asyncOf(messages))) batches.push(batch);
  const rows = batches.flatMap((batch) => batch.toArray().map((row) => (row as { toJSON(): Record<string, unknown> }).toJSON()));
  return { batches, rows, metrics: execution.metrics() };
}

export function tableBatches(table: Table): ArrowBatch[] {
  return [...encodeTable(table)].slice(1).map(({ metadata, body }, i): ArrowBatch => {
    const pieces = body === undefined ? [] : body instanceof Uint8Array ? [body] : body;
    return { rows: table.batches[i]!.numRows, metadata: metadata, body: new Uint8Array(Buffer.concat(pieces)) };
  });
}

async function* asyncOf<T>(values: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* values;
}
