import { internalError, type ArrowBatch } from '@arbalest/spi';
import { type ArrowField, readRecordBatch, type RecordBatchLayout } from '../arrow/message-reader.js';
import type { Address, DuckDbLibrary } from './library.js';

/** Sizes of the C data interface's structures in words (https://arrow.apache.org/docs/format/CDataInterface.html#structure-definitions). */
const ARRAY_WORDS = 10;
const SCHEMA_WORDS = 9;
const NULLABLE = 2n;

/**
 * DuckDB's Arrow scan tells its producer which columns it wants and which filters it leaves to it, and then takes the arrays as already cut and filtered. The C API's
 * producer is never told. So the scan must have nothing to ask for: all columns are one struct, of which a part cannot be asked for, and a member of a type
 * that the scan cannot filter keeps every filter above it.
 */
export const ROW_COLUMN = 'r';
const UNFILTERABLE: ArrowField = { name: 'unfilterable', format: 'n', nullable: true, children: [] };

/**
 * Structures of the Arrow C data interface over memory that JavaScript owns: their `release` does nothing, and they are valid as long as this object is referenced.
 * Nothing is copied; the buffers of a batch are addressed where they lie in its body.
 */
export class CStructures {
  /** Whatever the structures point to; V8 does not move the memory behind an ArrayBuffer. */
  readonly #kept: ArrayBufferView[] = [];

  constructor(private readonly library: DuckDbLibrary) {}

  /** An `ArrowSchema` for rows of one column, `ROW_COLUMN`, a struct of these fields. */
  schema(fields: readonly ArrowField[]): Address {
    const row: ArrowField = { name: ROW_COLUMN, format: '+s', nullable: false, children: [...fields, UNFILTERABLE] };
    return this.#schema({ name: '', format: '+s', nullable: false, children: [row] });
  }

  /** An `ArrowArray` for the batch, as `schema` says. @throws internal error `ARROW_FORMAT` when the batch does not fit the fields, or leads outside its body. */
  array(fields: readonly ArrowField[], batch: ArrowBatch): Address {
    const layout = readRecordBatch(batch.metadata);
    this.#kept.push(batch.body);
    const cursor = new BatchCursor(layout, batch.body, batch.body.byteLength === 0 ? 0n : this.library.addressOf(batch.body));
    const children = fields.map((field) => this.#array(field, cursor));
    cursor.expectEnd();
    const unfilterable = this.#arrayWords(layout.rows, layout.rows, [], []);
    return this.#arrayWords(layout.rows, 0, [0n], [this.#arrayWords(layout.rows, 0, [0n], [...children, unfilterable])]);
  }

  #schema(field: ArrowField): Address {
    const children = field.children.map((child) => this.#schema(child));
    const words = new BigUint64Array(SCHEMA_WORDS);
    words[0] = this.#text(field.format);
    words[1] = this.#text(field.name);
    words[3] = field.nullable ? NULLABLE : 0n;
    words[4] = BigInt(children.length);
    words[5] = this.#addresses(children);
    words[7] = this.library.harmless;
    return this.#keep(words);
  }

  #array(field: ArrowField, cursor: BatchCursor): Address {
    const { length, nulls } = cursor.node();
    const buffers = Array.from({ length: bufferCount(field.format) }, () => cursor.buffer());
    const children = field.children.map((child) => this.#array(child, cursor));
    return this.#arrayWords(length, nulls, buffers, children);
  }

  #arrayWords(length: number, nulls: number, buffers: readonly Address[], children: readonly Address[]): Address {
    const words = new BigUint64Array(ARRAY_WORDS);
    words[0] = BigInt(length);
    words[1] = BigInt(nulls);
    words[3] = BigInt(buffers.length);
    words[4] = BigInt(children.length);
    words[5] = this.#addresses(buffers);
    words[6] = this.#addresses(children);
    words[8] = this.library.harmless;
    return this.#keep(words);
  }

  #addresses(addresses: readonly Address[]): Address {
    return addresses.length === 0 ? 0n : this.#keep(BigUint64Array.from(addresses));
  }

  #text(text: string): Address {
    return this.#keep(new TextEncoder().encode(`${text}\0`));
  }

  #keep(memory: BigUint64Array | Uint8Array): Address {
    // A small typed array may lie in V8's own heap, where it moves; a Buffer of this kind never does.
    const fixed = Buffer.allocUnsafeSlow(memory.byteLength);
    fixed.set(new Uint8Array(memory.buffer, memory.byteOffset, memory.byteLength));
    this.#kept.push(fixed);
    return this.library.addressOf(fixed);
  }
}

/** Buffers that a format has of its own, in the IPC and in the C notation alike. */
function bufferCount(format: string): number {
  switch (format[0]) {
    case 'n':
      return 0;
    case 'u':
    case 'U':
    case 'z':
    case 'Z':
      return 3;
    case '+':
      return nestedBufferCount(format);
    default:
      return 2;
  }
}

function nestedBufferCount(format: string): number {
  switch (format.slice(0, 3)) {
    case '+us':
      return 1;
    case '+ud':
      return 2;
    default:
      return format.startsWith('+s') || format.startsWith('+w') ? 1 : 2;
  }
}

/** Hands out a batch's nodes and buffers in order. */
class BatchCursor {
  #node = 0;
  #buffer = 0;

  constructor(
    private readonly layout: RecordBatchLayout,
    private readonly body: Uint8Array,
    private readonly base: Address,
  ) {}

  node(): { length: number; nulls: number } {
    const node = this.layout.nodes[this.#node++];
    if (node === undefined)
      throw internalError('ARROW_FORMAT', `A record batch has ${this.layout.nodes.length} nodes; its schema asks for more`);
    return node;
  }

  /** The address of the next buffer; null for an empty one. */
  buffer(): Address {
    const buffer = this.layout.buffers[this.#buffer++];
    if (buffer === undefined)
      throw internalError('ARROW_FORMAT', `A record batch has ${this.layout.buffers.length} buffers; its schema asks for more`);
    const { offset, length } = buffer;
    if (offset < 0 || length < 0 || offset + length > this.body.byteLength) {
      throw internalError(
        'ARROW_FORMAT',
        `A buffer of ${length} bytes at ${offset} leads outside its body of ${this.body.byteLength} bytes`,
      );
    }
    return length === 0 ? 0n : this.base + BigInt(offset);
  }

  expectEnd(): void {
    const { nodes, buffers } = this.layout;
    if (this.#node === nodes.length && this.#buffer === buffers.length) return;
    throw internalError(
      'ARROW_FORMAT',
      `A record batch has ${nodes.length} nodes and ${buffers.length} buffers; its schema asks for ${this.#node} and ${this.#buffer}`,
    );
  }
}
