import type { InputNode, InvokeNode, PlanNode } from '@arbalest/plan';
import {
  DESCRIBE_FUNCTIONS,
  type ArrowBatch,
  type Executor,
  type FragmentRequest,
  type FunctionDefinition,
  type FunctionSource,
  isArbalestError,
  userError,
} from '@arbalest/spi';
import { describe, expect, it } from 'vitest';
import { executeFragment, type FragmentEngines } from './fragment-pipeline.js';

const BIGINT = { id: 'BIGINT' } as const;
const column = (index: number) => ({ kind: 'column', index, type: BIGINT }) as const;
const batch = (rows: number): ArrowBatch => ({ rows, metadata: new Uint8Array(8), body: new Uint8Array(0) });

/** Writes down what it is asked to run, reads its inputs to their end, and yields as many rows as they had (three without inputs). */
class RecordingEngine implements Executor {
  readonly plans: PlanNode[] = [];
  readonly requests: FragmentRequest[] = [];
  readonly capabilities;

  constructor(
    readonly id: string,
    functionSources?: readonly FunctionSource['kind'][],
  ) {
    this.capabilities = { nodes: [], partitionedOutput: true, ...(functionSources && { functionSources }) };
  }

  async execute(request: FragmentRequest) {
    this.plans.push(request.plan as PlanNode);
    this.requests.push(request);
    const rows = await this.drain(request);
    return {
      schema: { message: new Uint8Array(0) },
      batches: (async function* () {
        yield batch(rows);
      })(),
      metrics: () => ({ scannedRows: rows }),
    };
  }

  close = () => Promise.resolve();

  private async drain({ plan, inputs }: FragmentRequest): Promise<number> {
    const read = inputNodes(plan as PlanNode);
    if (read.length === 0) return 3;
    let rows = 0;
    for (const { input } of read) for await (const { rows: count } of (await inputs[input]!.open()).batches) rows += count;
    return rows;
  }
}

function inputNodes(node: PlanNode): readonly InputNode[] {
  if (node.kind === 'input') return [node];
  return 'input' in node && typeof node.input === 'object' ? inputNodes(node.input) : [];
}

const scan: PlanNode = { kind: 'scan', table: 0, name: 't', columns: [{ column: 0, name: 'a', type: BIGINT }], filters: [] };
const invoke = (input: PlanNode, ...functions: number[]): InvokeNode => ({
  kind: 'invoke',
  input,
  keep: [column(0)],
  calls: functions.map((fn) => ({ function: fn, operation: 'scalar', name: `f${fn}`, args: [column(0)], type: BIGINT })),
});
const filtered = (input: PlanNode): PlanNode => ({
  kind: 'filter',
  input,
  predicate: { kind: 'compare', op: '>', left: column(1), right: { kind: 'constant', value: '1', type: BIGINT }, type: { id: 'BOOLEAN' } },
});

function definition(source: FunctionSource): FunctionDefinition {
  return { id: 'f', name: 'f', source } as FunctionDefinition;
}

const FUNCTIONS = [
  definition({ kind: 'image', image: 'acme' }),
  definition({ kind: 'inline', language: 'javascript', code: '' }),
  definition({ kind: 'image', image: 'acme' }),
];

function request(plan: PlanNode, more: Partial<FragmentRequest> = {}): FragmentRequest {
  return {
    id: 'job/0/0/0',
    plan,
    scans: [],
    inputs: [],
    functions: FUNCTIONS,
    settings: {},
    memoryBytes: 1000,
    threads: 1,
    spillDirectory: '',
    batchBytes: 1,
    signal: new AbortController().signal,
    ...more,
  };
}

function engines() {
  const relational = new RecordingEngine('duckdb');
  const container = new RecordingEngine('container', ['image', 'address']);
  const script = new RecordingEngine('javascript', ['inline']);
  const all: FragmentEngines = {
    relational: () => relational,
    forFunctions(kind) {
      const found = [container, script].find(({ capabilities }) => capabilities.functionSources?.includes(kind));
      if (found === undefined) throw userError('NO_FUNCTION_ENGINE', 'none');
      return found;
    },
  };
  return { relational, container, script, all };
}

async function rowsOf(execution: { readonly batches: AsyncIterable<ArrowBatch> }): Promise<number> {
  let rows = 0;
  for await (const each of execution.batches) rows += each.rows;
  return rows;
}

describe('executeFragment', () => {
  it('leaves a fragment without functions to the relational engine as it is', async () => {
    const { relational, all } = engines();
    const plain = { ...request(scan), functions: [] };
    await executeFragment(plain, all);
    expect(relational.requests).toEqual([plain]);
  });

  it('runs what is below a call, the call, and what is above it', async () => {
    const { relational, container, all } = engines();
    const execution = await executeFragment(request(filtered(invoke(scan, 0))), all);
    expect(await rowsOf(execution)).toBe(3);
    expect(relational.plans.map(({ kind }) => kind)).toEqual(['filter', 'scan']);
    expect(container.plans[0]).toMatchObject({ kind: 'invoke', input: { kind: 'input', fields: [{ type: BIGINT }] } });
    expect(relational.requests[0]!.memoryBytes).toBe(500);
    expect(execution.metrics().scannedRows).toBe(9);
  });

  it('hands an input of the fragment straight to the call, and its answer out as it is', async () => {
    const { relational, container, all } = engines();
    const input: PlanNode = { kind: 'input', input: 0, fields: [{ name: 'a', type: BIGINT, nullable: true }] };
    const open = async () => ({ schema: { message: new Uint8Array(0) }, batches: (async function* () { yield batch(7); })() }); // prettier-ignore
    const execution = await executeFragment(request(invoke(input, 0), { inputs: [{ fields: input.fields, open }] }), all);
    expect(await rowsOf(execution)).toBe(7);
    expect(relational.plans).toEqual([]);
    expect(container.plans[0]).toMatchObject({ input: { kind: 'input', input: 0 } });
  });

  it('has the relational engine split the rows of a call by partition', async () => {
    const { relational, container, all } = engines();
    await executeFragment(request(invoke(scan, 0), { partition: { keys: [0], count: 2 } }), all);
    expect(relational.requests.map(({ partition }) => partition)).toEqual([{ keys: [0], count: 2 }, undefined]);
    expect(container.requests[0]!.partition).toBeUndefined();
  });

  it('calls functions of different engines one after the other, and gives their columns in order', async () => {
    const { relational, container, script, all } = engines();
    await executeFragment(request(invoke(scan, 0, 1, 2)), all);
    expect(container.plans[0]).toMatchObject({ calls: [{ function: 0 }, { function: 2 }] });
    expect(script.plans[0]).toMatchObject({ calls: [{ function: 1 }] });
    const indexes = (relational.plans[0] as { expressions: readonly { index: number }[] }).expressions.map(({ index }) => index);
    expect(indexes).toEqual([0, 1, 3, 2]);
  });

  it('asks the engine of a source what it holds', async () => {
    const { script, all } = engines();
    const asked = JSON.stringify({ source: { kind: 'inline', language: 'javascript', code: 'x => x' }, requests: {} });
    const argument = { kind: 'constant', value: asked, type: { id: 'VARCHAR' } } as const;
    const plan: PlanNode = { kind: 'table-function', name: DESCRIBE_FUNCTIONS, args: [argument], namedArgs: [], names: ['d'], types: [] };
    await executeFragment({ ...request(plan), functions: [] }, all);
    expect(script.plans).toEqual([plan]);
  });

  it('passes on that there is no engine', async () => {
    const { relational } = engines();
    const none: FragmentEngines = {
      relational: () => relational,
      forFunctions() {
        throw userError('NO_FUNCTION_ENGINE', 'none');
      },
    };
    const failure = await executeFragment(request(filtered(invoke(scan, 0))), none).catch((error: unknown) => error);
    expect(isArbalestError(failure) && failure.code).toBe('NO_FUNCTION_ENGINE');
  });
});
