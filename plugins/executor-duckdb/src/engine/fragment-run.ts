import type { Expression, PlanNode } from '@arbalest/plan';
import type { ArrowBatch, CodecRegistry, DataType, FragmentExecution, FragmentRequest } from '@arbalest/spi';
import { encodeSchema } from '../arrow/schema-writer.js';
import { lowerFragment } from '../lowering/fragment.js';
import { quoteName } from '../lowering/names.js';
import { isFixedWidth, readBatches } from './batches.js';
import type { Connection } from './connection.js';
import { LeafPlan, type NamedTable } from './leaf-plan.js';
import type { Query } from './query.js';
import { applySettings } from './session-settings.js';
import { type StagedLeaves, stageLeaves } from './stage-inputs.js';
import { allocateBody } from './body.js';

/** What a run needs of the engine that starts it. */
export interface RunEnvironment {
  readonly connection: Connection;
  readonly codecs: () => CodecRegistry;
  /** Loads extensions by name, once each. */
  loadExtensions(names: ReadonlySet<string>, signal: AbortSignal): Promise<void>;
  /** Called once, when the run has ended and its connection is as it was. */
  ended(): void;
}

/**
 * One fragment on one connection: settings, views over its leaves, the query, and all of it undone in reverse order whichever way the run ends.
 */
export class FragmentRun {
  readonly #undo: (() => void | Promise<void>)[] = [];
  #ended: Promise<void> | undefined;

  constructor(
    private readonly environment: RunEnvironment,
    private readonly request: FragmentRequest,
  ) {
    this.#undo.push(() => environment.ended());
  }

  get connection(): Connection {
    return this.environment.connection;
  }

  /** Starts the fragment as a query of its rows. */
  async start(): Promise<FragmentExecution> {
    const { request } = this;
    const leaves = new LeafPlan(request, this.environment.codecs);
    const { sql, types } = lowerFragment(request.plan as PlanNode, leaves, request.partition);
    const query = await this.prepare(leaves, sql, types);
    return this.execution(query, types);
  }

  /** Makes everything that the statement reads, and starts it. On a failure all is undone. */
  async prepare(leaves: LeafPlan, sql: string, types: readonly DataType[]): Promise<Query> {
    try {
      await this.environment.loadExtensions(leaves.extensions, this.request.signal);
      this.#undo.push(applySettings(this.connection, this.request.settings));
      const staged = await stageLeaves(this.connection, leaves.arrowLeaves, this.request, this.environment.codecs);
      this.#undo.push(() => staged.dispose());
      for (const table of leaves.namedTables.values()) await this.#define(table, staged);
      return await this.connection.query(sql, {
        signal: this.request.signal,
        fixedWidth: isFixedWidth(types),
        trivial: isTrivial(this.request.plan as PlanNode),
      });
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  execution(query: Query, types: readonly DataType[]): FragmentExecution {
    return {
      schema: encodeSchema(types.map((type, i) => ({ name: `c${i}`, type }))),
      batches: new OwnedBatches(() => this.#batches(query, types), async () => {
        await query.close();
        await this.end();
      }, this.request.signal),
      metrics: () => ({}),
    };
  }

  /** Idempotent. */
  end(): Promise<void> {
    this.#ended ??= this.#undoAll();
    return this.#ended;
  }

  async *#batches(query: Query, types: readonly DataType[]): AsyncGenerator<ArrowBatch, void, undefined> {
    const { batchBytes, allocate = allocateBody } = this.request;
    try {
      yield* readBatches(this.connection.library, query, { types, batchBytes, allocate });
    } finally {
      await this.end();
    }
  }

  async #define({ alias, select, kind }: NamedTable, _staged: StagedLeaves): Promise<void> {
    await this.connection.run(`CREATE TEMP ${kind} ${quoteName(alias)} AS ${select}`, this.request.signal);
    this.#undo.push(() => this.connection.runNow(`DROP ${kind} IF EXISTS ${quoteName(alias)}`));
  }

  async #undoAll(): Promise<void> {
    for (const undo of this.#undo.splice(0).reverse()) await undo();
  }
}

/**
 * Batches that can be iterated once. A run whose batches nobody ever asks for would keep its connection: when the request is aborted before that, it is ended here.
 */
class OwnedBatches implements AsyncIterable<ArrowBatch> {
  #taken = false;

  constructor(
    private readonly open: () => AsyncGenerator<ArrowBatch, void, undefined>,
    private readonly abandon: () => Promise<void>,
    signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => void (this.#taken || this.#abandon()), { once: true });
  }

  [Symbol.asyncIterator](): AsyncIterator<ArrowBatch, void, undefined> {
    if (this.#taken) throw new TypeError('The batches of a fragment can be read only once');
    this.#taken = true;
    return this.open();
  }

  async #abandon(): Promise<void> {
    this.#taken = true;
    await this.abandon();
  }
}

/** What `SELECT 1` is planned as. No calls: a function may take any time. */
function isTrivial(plan: PlanNode): boolean {
  if (plan.kind === 'values') return plan.values.length <= 100 && plan.values.every((row) => row.every(isConstant));
  return plan.kind === 'project' && isTrivial(plan.input) && plan.expressions.every(isConstant);
}

function isConstant(expression: Expression): boolean {
  return expression.kind === 'constant' || expression.kind === 'column';
}
