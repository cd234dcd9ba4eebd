import { internalError } from '@arbalest/spi';
import type { Layout } from '../arrow/layout.js';
import type { Address, DuckDbLibrary } from './library.js';

/** An `ArrowArray` of the C data interface, read into JavaScript: where its buffers are, not what is in them. */
export interface NativeArray {
  readonly length: number;
  readonly nulls: number;
  readonly buffers: readonly Address[];
  readonly children: readonly NativeArray[];
  /** Bytes of text, for layouts with offsets into bytes. */
  readonly dataBytes: number;
}

/** Words of `struct ArrowArray` (https://arrow.apache.org/docs/format/CDataInterface.html#structure-definitions). */
export const ARRAY_WORDS = 10;
/** The word that holds the release function; 0 once released, or when the structure says that there is nothing more. */
export const RELEASE_WORD = 8;
const LENGTH = 0;
const NULLS = 1;
const OFFSET = 2;
const BUFFER_COUNT = 3;
const CHILD_COUNT = 4;
const BUFFERS = 5;
const CHILDREN = 6;

/** Reads one column, all levels of it. */
export function readNativeArray(library: DuckDbLibrary, address: Address, layout: Layout): NativeArray {
  const words = readWords(library, address, ARRAY_WORDS);
  if (words[OFFSET] !== 0n) throw internalError('ARROW_OFFSET', `DuckDB exported an Arrow array with offset ${words[OFFSET]}; expected 0`);
  const length = Number(words[LENGTH]);
  const buffers = [...readWords(library, words[BUFFERS]!, Number(words[BUFFER_COUNT]))];
  const children = readChildren(library, words, childLayouts(layout));
  const dataBytes = layout.kind === 'bytes' && length > 0 ? readInt32(library, buffers[1]! + BigInt(4 * length)) : 0;
  return { length, nulls: layout.kind === 'null' ? length : Number(words[NULLS]), buffers, children, dataBytes };
}

/** The columns of a struct array that stands for a chunk or a batch. */
export function readNativeColumns(library: DuckDbLibrary, array: BigUint64Array, layouts: readonly Layout[]): readonly NativeArray[] {
  return readChildren(library, array, layouts);
}

function readChildren(library: DuckDbLibrary, words: BigUint64Array, layouts: readonly Layout[]): NativeArray[] {
  const count = Number(words[CHILD_COUNT]);
  if (count < layouts.length)
    throw internalError('ARROW_SHAPE', `DuckDB exported an Arrow array with ${count} children; expected ${layouts.length}`);
  const addresses = readWords(library, words[CHILDREN]!, layouts.length);
  return layouts.map((layout, i) => readNativeArray(library, addresses[i]!, layout));
}

function childLayouts(layout: Layout): readonly Layout[] {
  if (layout.kind === 'list' || layout.kind === 'fixed-list') return [layout.child];
  return layout.kind === 'struct' || layout.kind === 'union' ? layout.children : [];
}

function readWords(library: DuckDbLibrary, address: Address, count: number): BigUint64Array {
  const words = new BigUint64Array(count);
  if (count > 0) library.copy(words, address, 8 * count);
  return words;
}

function readInt32(library: DuckDbLibrary, address: Address): number {
  const value = new Int32Array(1);
  library.copy(value, address, 4);
  return value[0]!;
}
