import { ArrowFault, readChecked } from './arrow-fault.js';
import { FlatTable } from './flat-table.js';
import type { WireField, WireSchema } from './wire-field.js';

const HEADER_SCHEMA = 1;
const MAX_DEPTH = 32;
const MAX_FIELDS = 10_000;
const MAX_METADATA_ENTRIES = 64;
const MAX_TEXT_BYTES = 256 * 1024;

/** Tables of a hostile message may point to each other, so that a few bytes stand for any number of fields. */
interface Budget {
  fields: number;
  textBytes: number;
}

/**
 * A schema message without its 8-byte prefix (https://github.com/apache/arrow/blob/main/format/Schema.fbs), from whoever sent it.
 *
 * @throws ArrowFault when it is none, or larger or deeper than a list of functions' columns is
 */
export function readSchema(message: Uint8Array): WireSchema {
  return readChecked('A schema message', () => {
    const root = FlatTable.root(message);
    const header = root.table(2);
    if (root.uint8(1, 0) !== HEADER_SCHEMA || header === undefined) throw new ArrowFault('The message is not a schema');
    const budget: Budget = { fields: MAX_FIELDS, textBytes: 1 << 20 };
    if (header.int16(0, 0) !== 0) throw new ArrowFault('The schema is big-endian');
    const fields = header.tables(1, MAX_FIELDS).map((field) => readField(field, budget, 0));
    return { fields, metadata: readMetadata(header, 2, budget) };
  });
}

function readField(table: FlatTable, budget: Budget, depth: number): WireField {
  if (depth > MAX_DEPTH) throw new ArrowFault(`A type is nested deeper than ${MAX_DEPTH} levels`);
  if (--budget.fields < 0) throw new ArrowFault(`The schema has more than ${MAX_FIELDS} fields`);
  const name = readText(table, 0, budget);
  if (table.has(4)) throw new ArrowFault(`Column "${name}" is dictionary encoded, which does not cross`);
  return {
    name,
    format: readFormat(table.uint8(2, 0), table.table(3), budget),
    nullable: table.uint8(1, 0) !== 0,
    children: table.tables(5, MAX_FIELDS).map((child) => readField(child, budget, depth + 1)),
    metadata: readMetadata(table, 6, budget),
  };
}

function readMetadata(table: FlatTable, index: number, budget: Budget): Record<string, string> {
  const entries = table.tables(index, MAX_METADATA_ENTRIES).map((entry) => [readText(entry, 0, budget), readText(entry, 1, budget)]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function readText(table: FlatTable, index: number, budget: Budget): string {
  const text = table.text(index, MAX_TEXT_BYTES);
  budget.textBytes -= text.length;
  if (budget.textBytes < 0) throw new ArrowFault('The texts of the schema take more than 1 MiB');
  return text;
}

const UNITS = ['s', 'm', 'u', 'n'] as const;
const INTEGERS: Readonly<Record<number, string>> = { 8: 'c', 16: 's', 32: 'i', 64: 'l' };

function readFormat(tag: number, type: FlatTable | undefined, budget: Budget): string {
  const format = type === undefined ? undefined : FORMATS[tag]?.(type, budget);
  if (format === undefined || format.includes('?'))
    throw new ArrowFault(`A column is of Arrow type ${tag} of Schema.fbs, which does not cross`);
  return format;
}

/** By the number of the `Type` union in Schema.fbs. */
const FORMATS: Readonly<Record<number, (type: FlatTable, budget: Budget) => string>> = {
  1: () => 'n',
  2: (type) => integerFormat(INTEGERS[type.int32(0, 0)] ?? '?', type.uint8(1, 0) !== 0),
  3: (type) => ['?', 'f', 'g'][type.int16(0, 0)] ?? '?',
  4: () => 'z',
  5: () => 'u',
  6: () => 'b',
  7: (type) => (type.int32(2, 128) === 128 ? `d:${type.int32(0, 0)},${type.int32(1, 0)}` : '?'),
  8: (type) => (type.int16(0, 1) === 0 ? 'tdD' : 'tdm'),
  9: (type) => `tt${UNITS[type.int16(0, 1)] ?? '?'}`,
  10: (type, budget) => `ts${UNITS[type.int16(0, 0)] ?? '?'}:${readText(type, 1, budget)}`,
  11: (type) => ['tiM', 'tiD', 'tin'][type.int16(0, 0)] ?? '?',
  12: () => '+l',
  13: () => '+s',
  16: (type) => `+w:${type.int32(0, 0)}`,
  17: () => '+m',
  19: () => 'Z',
  20: () => 'U',
  21: () => '+L',
};

function integerFormat(letter: string, signed: boolean): string {
  return signed ? letter : letter.toUpperCase();
}
