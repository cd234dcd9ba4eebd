import type { Expression, PlanNode, ValuesNode } from '@arbalest/plan';
import type {
  ArrowBatch,
  Codec,
  CodecRegistry,
  DataType,
  FileRoots,
  FragmentExecution,
  FragmentMetrics,
  FragmentRequest,
  FragmentWrite,
  NamedType,
  WrittenFile,
} from '@arbalest/spi';
import { internalError, userError } from '@arbalest/spi';
import { encodeSchema } from '../arrow/schema-writer.js';
import { lowerForWriting, lowerFragment } from '../lowering/fragment.js';
import { quoteName } from '../lowering/names.js';
import { fixedRowBytes, readBatches } from './batches.js';
import { allocateBody } from './body.js';
import type { Connection } from './connection.js';
import { LeafPlan, type NamedTable } from './leaf-plan.js';
import { OwnedBatches } from './owned-batches.js';
import { readProfile, startProfiling } from './profile.js';
import type { Query } from './query.js';
import { applySettings } from './session-settings.js';
import { stageLeaves } from './stage-inputs.js';
import { copyToFiles, outputPath } from './write-files.js';

/** What a run needs of the engine that starts it. */
export interface RunEnvironment {
  readonly connection: Connection;
  readonly codecs: () => CodecRegistry;
  /** Where files may be read and written. @default everywhere */
  readonly roots?: FileRoots;
  /** Loads extensions by name, once each. */
  loadExtensions(names: ReadonlySet<string>, signal: AbortSignal): Promise<void>;
  /** Called once, when the run has ended and its connection is as it was. */
  ended(): void;
}

/** The columns that a writing fragment yields. */
const WRITTEN: readonly NamedType[] = [
  { name: 'path', type: { id: 'VARCHAR' } },
  { name: 'rows', type: { id: 'BIGINT' } },
  { name: 'bytes', type: { id: 'BIGINT' } },
];

/**
 * One fragment on one connection: settings, views over its leaves, the query, and all of it undone in reverse order whichever way the run ends.
 *
 *     new ──start──► starting ──► streaming ──► ended
 *                        └─────stop/abort─────────►
 */
export class FragmentRun {
  readonly #undo: (() => void | Promise<void>)[] = [];
  readonly #request: FragmentRequest;
  readonly #leaves: LeafPlan;
  /** Aborts when the fragment is not to go on: by the request's signal, by `stop`, by a consumer that returned. */
  readonly #over = new AbortController();
  #metrics: FragmentMetrics = {};
  #profiled = false;
  #starting: Promise<FragmentExecution> | undefined;
  #ended: Promise<void> | undefined;

  constructor(
    private readonly environment: RunEnvironment,
    request: FragmentRequest,
  ) {
    this.#undo.push(() => environment.ended());
    this.#request = { ...request, signal: this.#over.signal };
    this.#leaves = new LeafPlan(request, environment.codecs);
    this.#stopWith(request.signal);
  }

  /** Called once. On a failure all is undone. */
  start(): Promise<FragmentExecution> {
    this.#starting = this.#start();
    return this.#starting;
  }

  /** Interrupts the run wherever it stands, and resolves when all is undone: also what nobody reads, or began to read and left. */
  async stop(reason: unknown): Promise<void> {
    this.#over.abort(reason);
    // Undone by itself when it fails; what it makes must not be undone while it makes it.
    await this.#starting?.catch(() => undefined);
    await this.#end();
  }

  #stopWith(signal: AbortSignal): void {
    const onAbort = (): void => void this.stop(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    this.#undo.push(() => signal.removeEventListener('abort', onAbort));
    if (signal.aborted) this.#over.abort(signal.reason);
  }

  async #start(): Promise<FragmentExecution> {
    try {
      const { write } = this.#request;
      if (write !== undefined) {
        const files = await this.#write(write);
        this.#readProfile();
        return await this.#listFiles(files);
      }
      const plan = this.#request.plan as PlanNode;
      const { sql, types } = lowerFragment(plan, this.#leaves, this.#request.partition);
      await this.#prepare();
      const query = await this.#query(sql, types, isTrivial(plan));
      return this.#execution(
        query,
        types.map((type, i) => ({ name: `c${i}`, type })),
      );
    } catch (error) {
      await this.#end();
      throw error;
    }
  }

  /** Idempotent. */
  #end(): Promise<void> {
    this.#ended ??= this.#undoAll();
    return this.#ended;
  }

  get #connection(): Connection {
    return this.environment.connection;
  }

  /** Makes everything that the statement reads. */
  async #prepare(): Promise<void> {
    const request = this.#request;
    const leaves = this.#leaves;
    await this.#checkFiles();
    await this.environment.loadExtensions(leaves.extensions, request.signal);
    if (request.scans.length > 0) this.#profile();
    this.#undo.push(applySettings(this.#connection, request.settings));
    if (leaves.arrowLeaves.length > 0) {
      const staged = await stageLeaves(this.#connection, leaves.arrowLeaves, request, this.environment.codecs);
      this.#undo.push(() => staged.dispose());
    }
    for (const table of leaves.namedTables.values()) await this.#define(table);
  }

  /** Once more than the catalog did: a file may have become a link since, and codecs open files without asking. */
  async #checkFiles(): Promise<void> {
    const { scans, write } = this.#request;
    const { roots } = this.environment;
    const read = scans.flatMap(({ splits }) => splits.map(({ file }) => file.path));
    await roots?.check(read, { access: 'read', managed: true });
    if (write !== undefined) await roots?.check([write.target.directory], { access: 'write', managed: true });
  }

  #profile(): void {
    startProfiling(this.#connection);
    this.#profiled = true;
  }

  /** What the fragment's own statement cost, not what follows it on the connection. */
  #readProfile(): void {
    if (this.#profiled) this.#metrics = { ...readProfile(this.#connection), ...rowsOfSplits(this.#request.scans) };
    this.#profiled = false;
  }

  #query(sql: string, types: readonly DataType[], trivial = false): Promise<Query> {
    const rowBytes = fixedRowBytes(types);
    const { signal, batchBytes: pieceBytes } = this.#request;
    return this.#connection.query(sql, { signal, trivial, pieceBytes, ...(rowBytes === undefined ? {} : { rowBytes }) });
  }

  #execution(query: Query, columns: readonly NamedType[]): FragmentExecution {
    const types = columns.map(({ type }) => type);
    this.#undo.push(() => query.close());
    return {
      schema: encodeSchema(columns),
      batches: new OwnedBatches(this.#endingBatches(query, types), () => this.stop(undefined)),
      metrics: () => this.#metrics,
    };
  }

  async *#endingBatches(query: Query, types: readonly DataType[]): AsyncGenerator<ArrowBatch, void, undefined> {
    try {
      yield* this.#batches(query, types);
      // The connection is another fragment's by now if this one was stopped meanwhile.
      if (this.#ended === undefined) this.#readProfile();
    } finally {
      await this.#end();
    }
  }

  #batches(query: Query, types: readonly DataType[]): AsyncGenerator<ArrowBatch, void, undefined> {
    const { batchBytes, allocate = allocateBody } = this.#request;
    return readBatches(this.#connection.library, query, { types, batchBytes, allocate });
  }

  async #write(write: FragmentWrite): Promise<readonly WrittenFile[]> {
    const { target } = write;
    const codec = this.environment.codecs().get(target.codec);
    if (codec === undefined)
      throw internalError('CODEC_MISSING', `No codec "${target.codec}" in this process, which ${target.directory} is to be written with`);
    const names = target.fields.map(({ name }) => name);
    const types = target.fields.map(({ type }) => type);
    const native = codec.nativeWrite?.('duckdb', target);
    if (native === undefined) return [await this.#writeByCodec(codec, write, types)];
    for (const extension of native.needs ?? []) this.#leaves.extensions.add(extension);
    const select = lowerForWriting(this.#request.plan as PlanNode, this.#leaves, names, types);
    await this.#prepare();
    return copyToFiles({ connection: this.#connection, codec, native, write, signal: this.#request.signal }, select);
  }

  async #writeByCodec(codec: Codec, write: FragmentWrite, types: readonly DataType[]): Promise<WrittenFile> {
    const { target } = write;
    if (codec.write === undefined) throw userError('NOT_SUPPORTED', `Files of format ${codec.id} can be read, not written`);
    if (target.partitionBy.length > 0)
      throw userError('NOT_SUPPORTED', `Files of format ${codec.id} cannot be partitioned by ${target.partitionBy.join(', ')}`);
    const { sql } = lowerFragment(this.#request.plan as PlanNode, this.#leaves);
    await this.#prepare();
    const query = await this.#query(sql, types);
    try {
      const stream = { schema: encodeSchema(target.fields), batches: this.#batches(query, types) };
      return await codec.write({ path: outputPath(write, codec.extensions[0] ?? ''), target, stream, signal: this.#request.signal });
    } finally {
      await query.close();
    }
  }

  /** The files as rows. */
  async #listFiles(files: readonly WrittenFile[]): Promise<FragmentExecution> {
    const types = WRITTEN.map(({ type }) => type);
    const values = files.map((file) =>
      [file.path, String(file.rows), String(file.bytes)].map((value, i) => ({ kind: 'constant', value, type: types[i]! }) as const),
    );
    const plan: ValuesNode = { kind: 'values', types, values };
    const { sql } = lowerFragment(plan, this.#leaves);
    return this.#execution(await this.#query(sql, types), WRITTEN);
  }

  async #define({ alias, select, kind }: NamedTable): Promise<void> {
    await this.#connection.run(`CREATE TEMP ${kind} ${quoteName(alias)} AS ${select}`, this.#request.signal);
    this.#undo.push(() => this.#connection.runNow(`DROP ${kind} IF EXISTS ${quoteName(alias)}`));
  }

  /** A step that fails must not keep those behind it from being taken. */
  async #undoAll(): Promise<void> {
    for (const undo of this.#undo.splice(0).reverse()) {
      try {
        await undo();
      } catch {
        this.#connection.spoil();
      }
    }
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

/** The rows of the splits read, where all are known: DuckDB counts those of the whole file also where a range of it was asked for. */
function rowsOfSplits(scans: FragmentRequest['scans']): FragmentMetrics {
  const rows = scans.flatMap(({ splits }) => splits.map((split) => split.estimatedRows));
  return rows.includes(undefined) ? {} : { scannedRows: rows.reduce<number>((sum, count) => sum + count!, 0) };
}
