import { internalError } from '@arbalest/spi';
import { ByteBuffer } from 'flatbuffers';
import type { BatchBuffer, BatchNode } from './record-batch-writer.js';

/** A field of an Arrow schema, in the notation of the C data interface (https://arrow.apache.org/docs/format/CDataInterface.html#data-type-description-format-strings). */
export interface ArrowField {
  readonly name: string;
  readonly format: string;
  readonly nullable: boolean;
  readonly children: readonly ArrowField[];
}

/** Where the parts of a record batch lie in its body, in the order of the schema, depth first. */
export interface RecordBatchLayout {
  readonly rows: number;
  readonly nodes: readonly BatchNode[];
  readonly buffers: readonly BatchBuffer[];
}

/** Positions of table fields in vtables: 4 + 2 × the field's index in the .fbs file. */
const at = (index: number): number => 4 + 2 * index;
const HEADER_SCHEMA = 1;
const HEADER_RECORD_BATCH = 3;

/** @throws internal error `ARROW_FORMAT` when the bytes are no schema message, or hold what cannot be passed on without decoding. */
export function readSchema(message: Uint8Array): readonly ArrowField[] {
  const buffer = new ByteBuffer(message);
  const schema = header(buffer, HEADER_SCHEMA, 'schema');
  return tables(buffer, schema, 1).map((field) => readField(buffer, field));
}

/** @throws internal error `ARROW_FORMAT` when the bytes are no record batch, or a compressed one. */
export function readRecordBatch(metadata: Uint8Array): RecordBatchLayout {
  const buffer = new ByteBuffer(metadata);
  const batch = header(buffer, HEADER_RECORD_BATCH, 'record batch');
  if (field(buffer, batch, 3) !== 0) throw formatError('A record batch is compressed; its producer must decompress it');
  const nodes = pairs(buffer, batch, 1).map(([length, nulls]) => ({ length, nulls }));
  const buffers = pairs(buffer, batch, 2).map(([offset, length]) => ({ offset, length }));
  return { rows: int64(buffer, field(buffer, batch, 0)), nodes, buffers };
}

function header(buffer: ByteBuffer, kind: number, wanted: string): number {
  const message = buffer.readInt32(0);
  const met = field(buffer, message, 1) === 0 ? 0 : buffer.readUint8(field(buffer, message, 1));
  const header = field(buffer, message, 2);
  if (met !== kind || header === 0) throw formatError(`Expected a ${wanted} message, met one with header type ${met}`);
  return buffer.__indirect(header);
}

/** Where a table's field lies, or 0 when it is absent. */
function field(buffer: ByteBuffer, table: number, index: number): number {
  const offset = buffer.__offset(table, at(index));
  return offset === 0 ? 0 : table + offset;
}

function tables(buffer: ByteBuffer, table: number, index: number): number[] {
  const found = field(buffer, table, index);
  if (found === 0) return [];
  const vector = buffer.__vector(found);
  return Array.from({ length: buffer.__vector_len(found) }, (_, i) => buffer.__indirect(vector + 4 * i));
}

function pairs(buffer: ByteBuffer, table: number, index: number): [number, number][] {
  const found = field(buffer, table, index);
  if (found === 0) return [];
  const vector = buffer.__vector(found);
  return Array.from({ length: buffer.__vector_len(found) }, (_, i) => [int64(buffer, vector + 16 * i), int64(buffer, vector + 16 * i + 8)]);
}

function int64(buffer: ByteBuffer, position: number): number {
  return position === 0 ? 0 : Number(buffer.readInt64(position));
}

function text(buffer: ByteBuffer, position: number): string {
  return position === 0 ? '' : (buffer.__string(position) as string);
}

function readField(buffer: ByteBuffer, table: number): ArrowField {
  const tag = field(buffer, table, 2);
  const type = field(buffer, table, 3);
  const name = text(buffer, field(buffer, table, 0));
  if (field(buffer, table, 4) !== 0) throw formatError(`Column "${name}" is dictionary encoded; its producer must decode it`);
  const nullable = field(buffer, table, 1);
  return {
    name,
    format: format(new TypeTable(buffer, type === 0 ? 0 : buffer.__indirect(type)), tag === 0 ? 0 : buffer.readUint8(tag), name),
    nullable: nullable !== 0 && buffer.readUint8(nullable) !== 0,
    children: tables(buffer, table, 5).map((child) => readField(buffer, child)),
  };
}

/** The parameters of a type. */
class TypeTable {
  constructor(
    readonly buffer: ByteBuffer,
    readonly table: number,
  ) {}

  int16(index: number, absent: number): number {
    const position = field(this.buffer, this.table, index);
    return position === 0 ? absent : this.buffer.readInt16(position);
  }

  int32(index: number, absent: number): number {
    const position = field(this.buffer, this.table, index);
    return position === 0 ? absent : this.buffer.readInt32(position);
  }

  flag(index: number): boolean {
    const position = field(this.buffer, this.table, index);
    return position !== 0 && this.buffer.readUint8(position) !== 0;
  }

  text(index: number): string {
    return text(this.buffer, field(this.buffer, this.table, index));
  }

  int32s(index: number): number[] {
    const position = field(this.buffer, this.table, index);
    if (position === 0) return [];
    const vector = this.buffer.__vector(position);
    return Array.from({ length: this.buffer.__vector_len(position) }, (_, i) => this.buffer.readInt32(vector + 4 * i));
  }
}

const UNITS = ['s', 'm', 'u', 'n'];

/** Formats by the number of the `Type` union in Schema.fbs. */
const FORMATS: Readonly<Record<number, (type: TypeTable) => string>> = {
  1: () => 'n',
  2: (type) => integerFormat(type.int32(0, 0), type.flag(1)),
  3: (type) => ['e', 'f', 'g'][type.int16(0, 0)] ?? '?',
  4: () => 'z',
  5: () => 'u',
  6: () => 'b',
  7: (type) => decimalFormat(type.int32(0, 0), type.int32(1, 0), type.int32(2, 128)),
  8: (type) => (type.int16(0, 1) === 0 ? 'tdD' : 'tdm'),
  9: (type) => `tt${UNITS[type.int16(0, 1)]}`,
  10: (type) => `ts${UNITS[type.int16(0, 0)]}:${type.text(1)}`,
  11: (type) => ['tiM', 'tiD', 'tin'][type.int16(0, 0)] ?? '?',
  12: () => '+l',
  13: () => '+s',
  14: (type) => `${type.int16(0, 0) === 0 ? '+us' : '+ud'}:${type.int32s(1).join(',')}`,
  15: (type) => `w:${type.int32(0, 0)}`,
  16: (type) => `+w:${type.int32(0, 0)}`,
  17: () => '+m',
  18: (type) => `tD${UNITS[type.int16(0, 1)]}`,
  19: () => 'Z',
  20: () => 'U',
  21: () => '+L',
};

function format(type: TypeTable, tag: number, name: string): string {
  const found = FORMATS[tag]?.(type);
  if (found === undefined || found === '?')
    throw formatError(`Column "${name}" is of an Arrow type that the engine does not read (type ${tag} of Schema.fbs)`);
  return found;
}

function integerFormat(bits: number, signed: boolean): string {
  const letter = { 8: 'c', 16: 's', 32: 'i', 64: 'l' }[bits];
  if (letter === undefined) return '?';
  return signed ? letter : letter.toUpperCase();
}

function decimalFormat(width: number, scale: number, bits: number): string {
  return bits === 128 ? `d:${width},${scale}` : `d:${width},${scale},${bits}`;
}

function formatError(message: string) {
  return internalError('ARROW_FORMAT', message);
}
