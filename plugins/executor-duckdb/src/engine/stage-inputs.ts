import type { ArrowStream, CodecRegistry, FragmentInput, FragmentRequest } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';
import { readSchema } from '../arrow/message-reader.js';
import { quoteName } from '../lowering/names.js';
import { ArrowScan } from './arrow-scan.js';
import type { Connection } from './connection.js';
import type { ArrowLeaf } from './leaf-plan.js';
import { StagedRows, type StagingContext } from './staged-rows.js';
import { leave, unlessAborted, untilAborted } from './until-aborted.js';

/** Rows that a codec is asked to put in one batch. */
const READ_BATCH_ROWS = 65_536;

/**
 * Reads every Arrow leaf to its end and makes it readable under its name. DuckDB reads the batches where they lie; they are kept until `dispose`. What is more than half of
 * the fragment's memory goes, a wave at a time, into temporary tables, which DuckDB spills.
 *
 * An input that the fragment reads several times is opened once and gets a view for each reader. Where one cannot be read to its end, or the signal aborts, all of them are returned
 * early, and what was read is released.
 */
export async function stageLeaves(
  connection: Connection,
  leaves: readonly ArrowLeaf[],
  request: FragmentRequest,
  codecs: () => CodecRegistry,
): Promise<StagedLeaves> {
  const staged = new StagedLeaves(connection, request.signal);
  const sources = sourcesOf(leaves, request, codecs);
  const budget = request.memoryBytes / 2 / Math.max(1, sources.length);
  const read = sources.map((source) => ({ source, rows: new StagedRows(staged, budget) }));
  try {
    await drainAll(read, request.signal);
    for (const { source, rows } of read) await staged.add(source.views, rows);
    return staged;
  } catch (error) {
    await staged.dispose();
    for (const { rows } of read) rows.release();
    throw error;
  }
}

/** One stream after the other with one schema, and the views that read it. */
interface Source {
  readonly views: string[];
  readonly name: string;
  /** Rows that are enough: what follows them is not read. */
  limit: number;
  /**
   * @param missing asked before each stream how many rows there are still to be
   * @param signal the one that the streams are read under
   */
  streams(missing: () => number, signal: AbortSignal): AsyncIterable<ArrowStream>;
}

function sourcesOf(leaves: readonly ArrowLeaf[], request: FragmentRequest, codecs: () => CodecRegistry): readonly Source[] {
  const inputs = new Map<number, Source>();
  const reads: Source[] = [];
  for (const leaf of leaves) {
    const { view, limit = Infinity } = leaf;
    if (leaf.kind === 'read') {
      const streams: Source['streams'] = (missing, signal) => splitStreams(leaf, missing, signal, codecs());
      reads.push({ views: [view], name: `table ${leaf.scan.source.table}`, limit, streams });
      continue;
    }
    const known = inputs.get(leaf.input);
    if (known === undefined) {
      const streams: Source['streams'] = (_missing, signal) => inputStream(request.inputs[leaf.input]!, signal);
      inputs.set(leaf.input, { views: [view], name: `input ${leaf.input}`, limit, streams });
    } else {
      known.views.push(view);
      known.limit = Math.max(known.limit, limit);
    }
  }
  return [...inputs.values(), ...reads];
}

async function* inputStream(input: FragmentInput, signal: AbortSignal): AsyncGenerator<ArrowStream> {
  yield await unlessAborted(input.open(), signal, leaveStream);
}

async function* splitStreams(
  { scan, columns, filters, limit }: Extract<ArrowLeaf, { kind: 'read' }>,
  missing: () => number,
  signal: AbortSignal,
  codecs: CodecRegistry,
): AsyncGenerator<ArrowStream> {
  const codec = codecs.get(scan.source.codec);
  if (codec === undefined)
    throw internalError(
      'CODEC_MISSING',
      `No codec "${scan.source.codec}" in this process, which table ${scan.source.table} is stored with`,
    );
  for (const split of scan.splits) {
    if (missing() <= 0) return;
    const enough = limit === undefined ? {} : { limit: missing() };
    const read = codec.read(split, { source: scan.source, columns, filters, ...enough, batchRows: READ_BATCH_ROWS, signal });
    yield await unlessAborted(read, signal, leaveStream);
  }
}

/** One that nobody reads any more, or ever has. */
function leaveStream({ batches }: ArrowStream): void {
  leave(batches[Symbol.asyncIterator]());
}

/** Reads all at the same time. The first that fails ends the others: one of them may hang. */
async function drainAll(read: readonly { readonly source: Source; readonly rows: StagedRows }[], signal: AbortSignal): Promise<void> {
  const failing = new AbortController();
  const failures: unknown[] = [];
  const either = AbortSignal.any([signal, failing.signal]);
  const onFailure = (error: unknown): void => {
    failures.push(error);
    failing.abort();
  };
  await Promise.all(read.map(({ source, rows }) => drain(source, rows, either).catch(onFailure)));
  if (failures.length > 0) throw failures[0];
}

async function drain(source: Source, rows: StagedRows, signal: AbortSignal): Promise<void> {
  const missing = (): number => source.limit - rows.count;
  for await (const stream of source.streams(missing, signal)) {
    expectSchema(stream, rows, source);
    if (missing() <= 0) return leaveStream(stream);
    for await (const batch of untilAborted(stream.batches, signal)) {
      await rows.add(batch);
      if (missing() <= 0) break;
    }
  }
}

function expectSchema(stream: ArrowStream, rows: StagedRows, { name }: Source): void {
  try {
    rows.expect(readSchema(stream.schema.message), name);
  } catch (error) {
    leaveStream(stream);
    throw error;
  }
}

/** The views of one fragment. */
export class StagedLeaves implements StagingContext {
  readonly #scans: ArrowScan[] = [];
  readonly #rows: StagedRows[] = [];
  readonly #drops: string[] = [];
  /** Calls on the connection one after the other: a second one would wait on this thread for the first, which may wait for this thread. */
  readonly order = new InOrder();

  constructor(
    readonly connection: Connection,
    readonly signal: AbortSignal,
  ) {}

  made(table: string): void {
    this.#drops.push(`DROP TABLE IF EXISTS ${quoteName(table)}`);
  }

  async add(views: readonly string[], rows: StagedRows): Promise<void> {
    this.#rows.push(rows);
    if (rows.fields.length === 0) return this.#addCounted(views, rows);
    const table = await rows.finish();
    if (table === undefined) {
      for (const view of views) this.#scans.push(ArrowScan.register(this.connection, view, rows.fields, rows.batches));
      return;
    }
    for (const view of views) {
      await this.connection.run(`CREATE TEMP VIEW ${quoteName(view)} AS SELECT * FROM ${quoteName(table)}`, this.signal);
      this.#drops.push(`DROP VIEW IF EXISTS ${quoteName(view)}`);
    }
  }

  /** Rows without columns are only counted, and DuckDB has no Arrow view of none. */
  async #addCounted(views: readonly string[], rows: StagedRows): Promise<void> {
    for (const view of views) {
      await this.connection.run(`CREATE TEMP VIEW ${quoteName(view)} AS SELECT NULL AS none FROM range(${rows.count})`, this.signal);
      this.#drops.push(`DROP VIEW IF EXISTS ${quoteName(view)}`);
    }
  }

  async dispose(): Promise<void> {
    for (const scan of this.#scans.splice(0)) scan.dispose(this.connection);
    for (const rows of this.#rows.splice(0)) rows.release();
    for (const drop of this.#drops.splice(0).reverse()) await this.connection.run(drop);
  }
}

/** Runs asynchronous work one at a time. */
export class InOrder {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
