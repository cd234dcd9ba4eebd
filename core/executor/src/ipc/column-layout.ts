import type { ArrowSchema } from '@arbalest/spi';
import { internalError } from '@arbalest/spi';
import { FlatReader } from './flat-reader.js';

/** How a column's buffers are laid out, which is all of its type that splitting has to know. The comment of each names its buffers in order. */
export type ColumnLayout = {
  /** Position among the batch's field nodes, and of its first buffer among the buffers: columns and their children, depth first. */
  readonly node: number;
  readonly buffer: number;
} & (
  | { /** None. */ readonly kind: 'null' }
  | { /** Validity, values of `width` bytes. */ readonly kind: 'fixed'; readonly width: number }
  | { /** Validity, bits. */ readonly kind: 'bits' }
  | { /** Validity, offsets of `offset` bytes, data. */ readonly kind: 'bytes'; readonly offset: 4 | 8 }
  | { /** Validity, offsets of `offset` bytes. */ readonly kind: 'list'; readonly offset: 4 | 8; readonly child: ColumnLayout }
  | { /** Validity. */ readonly kind: 'fixed-list'; readonly size: number; readonly child: ColumnLayout }
  | { /** Validity. */ readonly kind: 'struct'; readonly children: readonly ColumnLayout[] }
  | { /** Type ids of one byte. */ readonly kind: 'union'; readonly children: readonly ColumnLayout[] }
);

export interface BatchLayout {
  readonly columns: readonly ColumnLayout[];
  readonly nodes: number;
  readonly buffers: number;
}

/** Positions in the tables of Arrow's Schema.fbs (https://github.com/apache/arrow/blob/main/format/Schema.fbs). */
const SCHEMA_HEADER = 1;
const SCHEMA = { fields: 6 } as const;
const FIELD = { typeType: 8, type: 10, dictionary: 12, children: 14 } as const;

/** @throws internal error `EXCHANGE_TYPE` for a type that no engine may send between stages. */
export function batchLayout(schema: ArrowSchema): BatchLayout {
  const counter = { nodes: 0, buffers: 0 };
  const columns = FlatReader.messageHeader(schema.message, SCHEMA_HEADER)
    .tables(SCHEMA.fields)
    .map((field) => columnLayout(field, counter));
  return { columns, ...counter };
}

/** The same schema without its last field. The field's own bytes stay, but nothing refers to them. */
export function withoutLastField(schema: ArrowSchema): ArrowSchema {
  const { start, count } = FlatReader.messageHeader(schema.message, SCHEMA_HEADER).vector(SCHEMA.fields);
  if (count === 0)
    throw internalError('EXCHANGE_PARTITION_COLUMN', 'The engine was asked for a partition column and sent no columns at all');
  const message = schema.message.slice();
  new DataView(message.buffer).setUint32(start - 4, count - 1, true);
  return { message };
}

interface Counter {
  nodes: number;
  buffers: number;
}

function columnLayout(field: FlatReader, counter: Counter): ColumnLayout {
  const type = field.uint8(FIELD.typeType);
  const detail = field.table(FIELD.type);
  if (field.has(FIELD.dictionary)) throw refused('a dictionary');
  if (detail === undefined) throw refused(`the unknown type ${type}`);
  const place = { node: counter.nodes++, buffer: counter.buffers };
  const take = (buffers: number): typeof place => ((counter.buffers += buffers), place);
  const children = (): ColumnLayout[] => field.tables(FIELD.children).map((child) => columnLayout(child, counter));
  const width = fixedWidth(type, detail);
  if (width !== undefined) return { ...take(2), kind: 'fixed', width };
  switch (type) {
    case TYPE.null:
      return { ...place, kind: 'null' };
    case TYPE.bool:
      return { ...take(2), kind: 'bits' };
    case TYPE.binary:
    case TYPE.utf8:
      return { ...take(3), kind: 'bytes', offset: 4 };
    case TYPE.largeBinary:
    case TYPE.largeUtf8:
      return { ...take(3), kind: 'bytes', offset: 8 };
    case TYPE.list:
    case TYPE.map:
      return { ...take(2), kind: 'list', offset: 4, child: children()[0]! };
    case TYPE.largeList:
      return { ...take(2), kind: 'list', offset: 8, child: children()[0]! };
    case TYPE.fixedSizeList:
      return { ...take(1), kind: 'fixed-list', size: detail.int32(4), child: children()[0]! };
    case TYPE.struct:
      return { ...take(1), kind: 'struct', children: children() };
    case TYPE.union:
      if (detail.int16(4) !== SPARSE) throw refused('a dense union');
      return { ...take(1), kind: 'union', children: children() };
    default:
      throw refused(`the type ${type}`);
  }
}

/** Values of the union `Type`. */
const TYPE = {
  null: 1,
  int: 2,
  floatingPoint: 3,
  binary: 4,
  utf8: 5,
  bool: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  interval: 11,
  list: 12,
  struct: 13,
  union: 14,
  fixedSizeBinary: 15,
  fixedSizeList: 16,
  map: 17,
  duration: 18,
  largeBinary: 19,
  largeUtf8: 20,
  largeList: 21,
} as const;
const SPARSE = 0;

/** Bytes of a value, for types that have values of one size. The defaults are those of Schema.fbs. */
function fixedWidth(type: number, detail: FlatReader): number | undefined {
  switch (type) {
    case TYPE.int:
      return detail.int32(4) / 8;
    case TYPE.floatingPoint:
      return 2 << detail.int16(4);
    case TYPE.decimal:
      return detail.int32(8, 128) / 8;
    case TYPE.date:
      return detail.int16(4, 1) === 0 ? 4 : 8;
    case TYPE.time:
      return detail.int32(6, 32) / 8;
    case TYPE.timestamp:
    case TYPE.duration:
      return 8;
    case TYPE.interval:
      return 4 << detail.int16(4);
    case TYPE.fixedSizeBinary:
      return detail.int32(4);
    default:
      return undefined;
  }
}

function refused(what: string) {
  return internalError('EXCHANGE_TYPE', `The engine's output holds ${what}, which cannot be split by partition`);
}
