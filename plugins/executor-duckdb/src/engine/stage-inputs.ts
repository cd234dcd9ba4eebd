import type { ArrowBatch, ArrowStream, CodecRegistry, FragmentRequest } from '@arbalest/spi';
import { cancelledError, internalError } from '@arbalest/spi';
import { readSchema } from '../arrow/message-reader.js';
import { quoteName } from '../lowering/names.js';
import { ArrowScan } from './arrow-scan.js';
import type { Connection } from './connection.js';
import type { ArrowLeaf } from './leaf-plan.js';
import { StagedRows, type StagingContext } from './staged-rows.js';

/** Rows that a codec is asked to put in one batch. */
const READ_BATCH_ROWS = 65_536;

/**
 * Reads every Arrow leaf to its end and makes it readable under its name. DuckDB reads the batches where they lie; they are kept until `dispose`. What is more than half of
 * the fragment's memory goes, a wave at a time, into temporary tables, which DuckDB spills.
 *
 * An input that the fragment reads several times is opened once and gets a view for each reader.
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
  try {
    const rows = sources.map(() => new StagedRows(staged, budget));
    await settled(sources.map((source, i) => drain(source, rows[i]!, request.signal)));
    for (const [i, source] of sources.entries()) await staged.add(source.views, rows[i]!);
    return staged;
  } catch (error) {
    await staged.dispose();
    throw error;
  }
}

/** One stream after the other with one schema, and the views that read it. */
interface Source {
  readonly views: string[];
  readonly name: string;
  streams(): AsyncIterable<ArrowStream>;
}

function sourcesOf(leaves: readonly ArrowLeaf[], request: FragmentRequest, codecs: () => CodecRegistry): readonly Source[] {
  const inputs = new Map<number, Source>();
  const reads: Source[] = [];
  for (const leaf of leaves) {
    if (leaf.kind === 'read') {
      reads.push({
        views: [leaf.view],
        name: `table ${leaf.scan.source.table}`,
        streams: () => splitStreams(leaf, request.signal, codecs()),
      });
      continue;
    }
    const known = inputs.get(leaf.input);
    known?.views.push(leaf.view);
    if (known === undefined)
      inputs.set(leaf.input, { views: [leaf.view], name: `input ${leaf.input}`, streams: () => inputStream(leaf.input, request) });
  }
  return [...inputs.values(), ...reads];
}

async function* inputStream(input: number, request: FragmentRequest): AsyncGenerator<ArrowStream> {
  yield await request.inputs[input]!.open();
}

async function* splitStreams(
  { scan, columns, filters, limit }: Extract<ArrowLeaf, { kind: 'read' }>,
  signal: AbortSignal,
  codecs: CodecRegistry,
): AsyncGenerator<ArrowStream> {
  const codec = codecs.get(scan.source.codec);
  if (codec === undefined)
    throw internalError(
      'CODEC_MISSING',
      `No codec "${scan.source.codec}" in this process, which table ${scan.source.table} is stored with`,
    );
  let missing = limit;
  for (const split of scan.splits) {
    if (missing !== undefined && missing <= 0) return;
    const enough = missing === undefined ? {} : { limit: missing };
    const { schema, batches } = await codec.read(split, {
      source: scan.source,
      ...{ columns, filters, ...enough, batchRows: READ_BATCH_ROWS, signal },
    });
    if (missing === undefined) yield { schema, batches };
    else yield { schema, batches: untilEnough(batches, missing, (rows) => (missing! -= rows)) };
  }
}

/** Leaves the rest of the batches, however many there are, once there are rows enough. @param took is told the rows of each */
async function* untilEnough(batches: AsyncIterable<ArrowBatch>, enough: number, took: (rows: number) => void): AsyncGenerator<ArrowBatch> {
  let missing = enough;
  for await (const batch of batches) {
    yield batch;
    took(batch.rows);
    missing -= batch.rows;
    if (missing <= 0) return;
  }
}

async function drain(source: Source, rows: StagedRows, signal: AbortSignal): Promise<void> {
  for await (const { schema, batches } of source.streams()) {
    rows.expect(readSchema(schema.message), source.name);
    for await (const batch of batches) {
      if (signal.aborted) throw cancelledError('CANCELLED', 'The query was cancelled');
      if (batch.rows > 0) await rows.add(batch);
    }
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

/** Like Promise.all, but leaves nothing running behind a failure. */
async function settled(promises: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
