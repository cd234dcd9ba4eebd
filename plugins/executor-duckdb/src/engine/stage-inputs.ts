import type { ArrowBatch, ArrowStream, CodecRegistry, FragmentRequest } from '@arbalest/spi';
import { cancelledError, internalError } from '@arbalest/spi';
import { type ArrowField, readSchema } from '../arrow/message-reader.js';
import { ArrowScan } from './arrow-scan.js';
import type { Connection } from './connection.js';
import type { ArrowLeaf } from './leaf-plan.js';

/** Rows that a codec is asked to put in one batch. */
const READ_BATCH_ROWS = 65_536;

/** Rows that came as Arrow, whole. */
interface StagedRows {
  readonly fields: readonly ArrowField[];
  readonly batches: readonly ArrowBatch[];
}

/**
 * Reads every Arrow leaf to its end and makes it a view. DuckDB reads the batches where they lie; they are kept until `dispose`.
 * An input that the fragment reads several times is opened once and gets a view for each reader.
 */
export async function stageLeaves(connection: Connection, leaves: readonly ArrowLeaf[], request: FragmentRequest, codecs: () => CodecRegistry): Promise<StagedLeaves> {
  const staged = new StagedLeaves(connection);
  const inputs = new Map<number, Promise<StagedRows>>();
  try {
    const rows = await settled(
      leaves.map((leaf) => {
        if (leaf.kind === 'read') return readSplits(leaf, request.signal, codecs());
        const opened = inputs.get(leaf.input) ?? drain(() => request.inputs[leaf.input]!.open(), request.signal);
        inputs.set(leaf.input, opened);
        return opened;
      }),
    );
    leaves.forEach((leaf, i) => staged.add(leaf.view, rows[i]!));
    return staged;
  } catch (error) {
    staged.dispose();
    throw error;
  }
}

/** The views of one fragment. */
export class StagedLeaves {
  readonly #scans: ArrowScan[] = [];

  constructor(private readonly connection: Connection) {}

  add(view: string, { fields, batches }: StagedRows): void {
    // Positions count, names do not; a stream without columns still has rows.
    const named = fields.length === 0 ? [] : fields.map((field, i) => ({ ...field, name: `c${i}` }));
    this.#scans.push(ArrowScan.register(this.connection, view, named, batches));
  }

  dispose(): void {
    for (const scan of this.#scans.splice(0)) scan.dispose(this.connection);
  }
}

async function readSplits(leaf: Extract<ArrowLeaf, { kind: 'read' }>, signal: AbortSignal, codecs: CodecRegistry): Promise<StagedRows> {
  const { scan, columns } = leaf;
  const codec = codecs.get(scan.source.codec);
  if (codec === undefined) throw internalError('CODEC_MISSING', `No codec "${scan.source.codec}" in this process, which table ${scan.source.table} is stored with`);
  const parts: StagedRows[] = [];
  for (const split of scan.splits) {
    parts.push(await drain(() => codec.read(split, { source: scan.source, columns, filters: [], batchRows: READ_BATCH_ROWS, signal }), signal));
  }
  const fields = parts[0]?.fields ?? [];
  const odd = parts.findIndex((part) => !sameFormats(part.fields, fields));
  if (odd >= 0) throw internalError('ARROW_FORMAT', `Codec ${codec.id} read the splits of ${scan.source.table} with different Arrow schemas`);
  return { fields, batches: parts.flatMap((part) => part.batches) };
}

async function drain(open: () => Promise<ArrowStream>, signal: AbortSignal): Promise<StagedRows> {
  const stream = await open();
  const batches: ArrowBatch[] = [];
  for await (const batch of stream.batches) {
    if (signal.aborted) throw cancelledError('CANCELLED', 'The query was cancelled');
    if (batch.rows > 0) batches.push(batch);
  }
  return { fields: readSchema(stream.schema.message), batches };
}

/** Like Promise.all, but leaves nothing running behind a failure. */
async function settled<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(promises);
  const failed = results.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return results.map((result) => (result as PromiseFulfilledResult<T>).value);
}

function sameFormats(a: readonly ArrowField[], b: readonly ArrowField[]): boolean {
  return a.length === b.length && a.every((field, i) => field.format === b[i]!.format && sameFormats(field.children, b[i]!.children));
}
