import type { InputNode, InvokeNode, PlanNode, PlanNodeKind } from '@arbalest/plan';
import type { Executor, FragmentExecution, FragmentInput, FragmentRequest, FunctionDefinition, NamedType } from '@arbalest/spi';
import { type CanonicalRow, type ColumnValue, rowsOf, type TemporaryFolder } from '../../testing/index.js';
import { sampleRows } from '../codec/sample-values.js';
import { never } from '../never.js';
import type { RowsCodec } from './rows-codec.js';
import type { ExecutorFunctions, ExecutorSubject, OpenExecutor } from './subject.js';

export const BIGINT = { id: 'BIGINT' } as const;
export const VARCHAR = { id: 'VARCHAR' } as const;

/** Columns of the inputs in the tests. */
export const FIELDS: readonly NamedType[] = [
  { name: 'i', type: BIGINT },
  { name: 's', type: VARCHAR },
];

export const INPUT_ROWS = 5_000;
export const rows = (from = 0, to = INPUT_ROWS): (readonly ColumnValue[])[] => sampleRows(FIELDS, from, to);

/** An engine, and fragments for it. */
export class ExecutorPlace {
  #next = 0;

  constructor(
    readonly subject: ExecutorSubject,
    readonly open: OpenExecutor,
    readonly codec: RowsCodec,
    readonly folder: TemporaryFolder,
  ) {}

  get executor(): Executor {
    return this.open.executor;
  }

  can(...nodes: readonly PlanNodeKind[]): boolean {
    return nodes.every((node) => this.executor.capabilities.nodes.includes(node));
  }

  get functions(): ExecutorFunctions {
    if (this.subject.functions === undefined) throw new Error('An engine that runs invoke nodes needs `functions` in its subject');
    return this.subject.functions;
  }

  /** A fragment whose output begins with the columns of its only input, whatever the engine can do. */
  over(input: FragmentInput, more: Partial<FragmentRequest> = {}): FragmentRequest {
    if (this.can('input')) return this.request(inputNode(0), { inputs: [input], ...more });
    return this.calling(this.functions.addOne, input, more);
  }

  /** A fragment that gives the input's columns, then what the function makes of the first. */
  calling(definition: FunctionDefinition, input: FragmentInput, more: Partial<FragmentRequest> = {}): FragmentRequest {
    return this.request(invokeNode(definition), { inputs: [input], functions: [definition], ...more });
  }

  request(plan: PlanNode, more: Partial<FragmentRequest> = {}): FragmentRequest {
    return {
      id: `conformance/0/${this.#next++}/0`,
      plan,
      scans: [],
      inputs: [],
      settings: {},
      memoryBytes: 512 * 1024 * 1024,
      threads: 2,
      spillDirectory: this.folder.path,
      batchBytes: 64 * 1024,
      signal: never,
      ...more,
    };
  }

  async rows(request: FragmentRequest): Promise<CanonicalRow[]> {
    return rowsOf(await this.executor.execute(request));
  }

  /** Takes everything, and says what came of it. */
  async drained(request: FragmentRequest): Promise<FragmentExecution> {
    const execution = await this.executor.execute(request);
    await rowsOf(execution);
    return execution;
  }
}

export function inputNode(input: number): InputNode {
  return { kind: 'input', input, fields: FIELDS.map((field) => ({ ...field, nullable: true })) };
}

export const column = (index: number) => ({ kind: 'column', index, type: FIELDS[index]!.type }) as const;

function invokeNode({ name, returns }: FunctionDefinition): InvokeNode {
  return {
    kind: 'invoke',
    input: inputNode(0),
    keep: [column(0), column(1)],
    calls: [{ function: 0, operation: 'scalar', name, args: [column(0)], type: returns }],
  };
}
