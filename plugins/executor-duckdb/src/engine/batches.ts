import type { ArrowBatch, DataType } from '@arbalest/spi';
import { type Layout, layoutOf } from '../arrow/layout.js';
import { travelType } from '../arrow/travel-type.js';
import { BatchAssembler, largestExtent, nativeBytes } from './batch-assembler.js';
import type { DuckDbLibrary } from './library.js';
import { type NativeArray, readNativeColumns } from './native-array.js';
import type { Piece } from './piece.js';
import type { Query } from './query.js';

export interface BatchOptions {
  readonly types: readonly DataType[];
  readonly batchBytes: number;
  readonly allocate: (bytes: number) => Uint8Array;
}

/** Bytes of one row, or undefined when a column holds something of varying length. */
export function fixedRowBytes(types: readonly DataType[]): number | undefined {
  let bytes = 0;
  for (const layout of types.map((type) => layoutOf(travelType(type)))) {
    if (layout.kind === 'fixed') bytes += layout.width;
    else if (layout.kind !== 'bits' && layout.kind !== 'null') return undefined;
  }
  return bytes;
}

/** 32-bit offsets count to here. */
const MAX_OFFSET = 2 ** 31 - 1;

/** The query's rows in batches near `batchBytes`. Ends the query on every way out. */
export async function* readBatches(
  library: DuckDbLibrary,
  query: Query,
  options: BatchOptions,
): AsyncGenerator<ArrowBatch, void, undefined> {
  const layouts = options.types.map((type) => layoutOf(travelType(type)));
  const pending = new PendingBatch(library, layouts, options.allocate);
  try {
    for (let piece = await query.next(); piece !== undefined; piece = await query.next()) {
      const columns = readNativeColumns(library, piece.array, layouts);
      query.prefetch(nativeBytes(layouts, columns) / Math.max(1, piece.rows));
      const full = pending.fits(columns) ? undefined : pending.take();
      // Before anything is handed out: the reader may not come back, and the piece is to be freed.
      pending.add(piece, columns);
      if (full !== undefined) yield full;
      if (pending.bytes >= options.batchBytes) yield pending.take();
    }
    if (pending.rows > 0) yield pending.take();
  } finally {
    pending.drop();
    await query.close();
  }
}

/** Pieces that wait to become one batch. */
class PendingBatch {
  readonly #assembler: BatchAssembler;
  #pieces: Piece[] = [];
  #columns: (readonly NativeArray[])[] = [];
  #extents: number[];
  bytes = 0;
  rows = 0;

  constructor(
    library: DuckDbLibrary,
    private readonly layouts: readonly Layout[],
    allocate: (bytes: number) => Uint8Array,
  ) {
    this.#assembler = new BatchAssembler(library, layouts, allocate);
    this.#extents = layouts.map(() => 0);
  }

  /** False when the offsets of a column would outgrow 32 bits. */
  fits(columns: readonly NativeArray[]): boolean {
    return this.layouts.every((layout, i) => this.#extents[i]! + largestExtent(layout, columns[i]!) <= MAX_OFFSET);
  }

  add(piece: Piece, columns: readonly NativeArray[]): void {
    this.#pieces.push(piece);
    this.#columns.push(columns);
    this.rows += piece.rows;
    this.bytes += nativeBytes(this.layouts, columns);
    this.#extents = this.#extents.map((extent, i) => extent + largestExtent(this.layouts[i]!, columns[i]!));
  }

  take(): ArrowBatch {
    const batch = this.#assembler.assemble(this.rows, this.#columns);
    this.drop();
    return batch;
  }

  drop(): void {
    for (const piece of this.#pieces) piece.free();
    this.#pieces = [];
    this.#columns = [];
    this.#extents = this.layouts.map(() => 0);
    this.bytes = 0;
    this.rows = 0;
  }
}
