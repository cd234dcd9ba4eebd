import { outputTypes, type PlanNode } from '@arbalest/plan';
import type { ArrowBatch, ArrowSchema, Executor, FragmentInput, FragmentRequest } from '@arbalest/spi';
import { type Table as ArrowTable, tableFromIPC } from 'apache-arrow';

/** What a test need not say about a fragment. */
export type TestRequest = Pick<FragmentRequest, 'plan'> & Partial<FragmentRequest>;

export function fragmentRequest(request: TestRequest): FragmentRequest {
  return {
    id: 'test',
    scans: [],
    inputs: [],
    settings: {},
    memoryBytes: 1024 ** 3,
    threads: 2,
    spillDirectory: '/tmp/arbalest-test-spill',
    batchBytes: 8 * 1024 * 1024,
    signal: new AbortController().signal,
    ...request,
  };
}

export interface FragmentOutput {
  readonly schema: ArrowSchema;
  readonly batches: readonly ArrowBatch[];
  readonly rows: number;
}

export async function runFragment(executor: Executor, request: TestRequest): Promise<FragmentOutput> {
  const execution = await executor.execute(fragmentRequest(request));
  const batches: ArrowBatch[] = [];
  for await (const batch of execution.batches) batches.push(batch);
  return { schema: execution.schema, batches, rows: batches.reduce((sum, batch) => sum + batch.rows, 0) };
}

/** The output as an input of another fragment. */
export function asInput(output: FragmentOutput, plan: PlanNode): FragmentInput {
  const fields = outputTypes(plan).map((type, i) => ({ name: `c${i}`, type, nullable: true }));
  return { fields, rows: output.rows, open: () => Promise.resolve({ schema: output.schema, batches: iterate(output.batches) }) };
}

async function* iterate(batches: readonly ArrowBatch[]): AsyncGenerator<ArrowBatch> {
  yield* batches;
}

/** The output as the stream that other Arrow libraries read. */
export function toIpc({ schema, batches }: FragmentOutput): Uint8Array {
  return Buffer.concat([framed(schema.message), ...batches.flatMap((batch) => [framed(batch.metadata), batch.body])]);
}

export function toArrowTable(output: FragmentOutput): ArrowTable {
  return tableFromIPC(toIpc(output));
}

/** Rows as text, which is how two engines' values are compared whatever their type: the fragment's columns are cast before they leave it. */
export async function textRows(executor: Executor, request: TestRequest): Promise<(string | null)[][]> {
  const plan = request.plan as PlanNode;
  const types = outputTypes(plan);
  const text = { id: 'VARCHAR' } as const;
  const expressions = types.map(
    (type, index) => ({ kind: 'cast', input: { kind: 'column', index, type }, type: text, try: false }) as const,
  );
  const table = toArrowTable(await runFragment(executor, { ...request, plan: { kind: 'project', input: plan, expressions } as PlanNode }));
  return Array.from({ length: table.numRows }, (_, row) =>
    types.map((_type, column) => table.getChildAt(column)!.get(row) as string | null),
  );
}

function framed(message: Uint8Array): Uint8Array {
  const prefix = new DataView(new ArrayBuffer(8));
  prefix.setInt32(0, -1, true);
  prefix.setInt32(4, message.byteLength, true);
  return Buffer.concat([new Uint8Array(prefix.buffer), message]);
}
