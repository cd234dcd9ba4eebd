import { type DataType, SIMPLE_TYPES, typeToSql } from '@arbalest/spi';
import { Builder } from 'flatbuffers';
import { describe, expect, test } from 'vitest';
import { ArrowFault } from './arrow-fault.js';
import { readSchema } from './read-schema.js';
import { fromWireField, toWireField, type TypeDialect } from './sql-type.js';
import { seeded } from './testing/random-column.js';
import { EXTENSION_METADATA, EXTENSION_NAME, sameWire, type WireField } from './wire-field.js';
import { writeSchema } from './write-schema.js';

const INTEGER: DataType = { id: 'INTEGER' };
const CROSSING: readonly DataType[] = [
  ...SIMPLE_TYPES.filter((id) => id !== 'NULL').map((id): DataType => ({ id })),
  { id: 'DECIMAL', width: 18, scale: 3 },
  { id: 'DECIMAL', width: 38, scale: 0 },
  { id: 'ENUM', values: ['red', "it's", '"q"'] },
  { id: 'LIST', child: { id: 'LIST', child: { id: 'UUID' } } },
  { id: 'ARRAY', child: INTEGER, size: 3 },
  {
    id: 'STRUCT',
    fields: [
      { name: 'a', type: INTEGER },
      { name: 'ž "b"', type: { id: 'JSON' } },
    ],
  },
  { id: 'MAP', key: { id: 'VARCHAR' }, value: { id: 'HUGEINT' } },
];

const field = (format: string, metadata: Record<string, string> = {}, children: readonly WireField[] = []): WireField => ({
  name: 'v',
  format,
  nullable: true,
  children,
  metadata,
});

describe('types', () => {
  test.each(CROSSING.map((type) => [typeToSql(type), type] as const))('%s crosses and is the same on the other side', (_, type) => {
    const sent = toWireField({ name: 'v', type });
    const { fields } = readSchema(writeSchema([sent]));
    expect(fields).toEqual([sent]);
    expect(typeToSql(fromWireField(fields[0]!))).toBe(typeToSql(type));
  });

  test('wide forms mean the same as narrow ones', () => {
    const wide = [field('U'), field('Z'), field('+L', {}, [field('U')])];
    const { fields } = readSchema(writeSchema(wide));
    expect(fields.map((each) => typeToSql(fromWireField(each)))).toEqual(['VARCHAR', 'BLOB', 'VARCHAR[]']);
  });

  test('servers of other protocols have other forms', () => {
    const form = (type: DataType, dialect: TypeDialect) => {
      const { format, metadata } = toWireField({ name: 'v', type }, dialect);
      return [format, metadata[EXTENSION_NAME]];
    };
    expect(form({ id: 'DECIMAL', width: 10, scale: 2 }, 'arrow-udf')).toEqual(['u', 'arrowudf.decimal']);
    expect(form({ id: 'JSON' }, 'arrow-udf')).toEqual(['u', 'arrowudf.json']);
    expect(form({ id: 'DECIMAL', width: 10, scale: 2 }, 'arrow-udf-1')).toEqual(['Z', undefined]);
    expect(form({ id: 'JSON' }, 'arrow-udf-1')).toEqual(['U', undefined]);
    expect(form({ id: 'VARCHAR' }, 'databend')).toEqual(['U', undefined]);
    expect(form({ id: 'JSON' }, 'databend')).toEqual(['Z', undefined]);
  });

  test.each<[string, WireField]>([
    ['an interval inside a list', field('+l', {}, [field('tin')])],
    ['a list of nothing', field('+l')],
    ['a decimal of 39 digits', field('d:39,0')],
    ['an enum without values', field('u', { [EXTENSION_NAME]: 'arbalest.enum', [EXTENSION_METADATA]: '{}' })],
    ['text that stands for a type that has a form', field('u', { [EXTENSION_NAME]: 'arbalest.text', [EXTENSION_METADATA]: 'BIGINT' })],
    ['arrays of no elements', field('+w:0', {}, [field('i')])],
    ['a timestamp in another zone', field('tsu:Europe/Prague')],
    ['a struct of nothing', field('+s')],
    ['NULL', field('n')],
  ])('%s does not cross', (_, wire) => expect(() => fromWireField(wire)).toThrow(ArrowFault));

  test('UNION and an inner INTERVAL are refused before they are sent', () => {
    const union: DataType = { id: 'UNION', members: [{ name: 'a', type: INTEGER }] };
    for (const type of [union, { id: 'LIST', child: { id: 'INTERVAL' } } as const]) {
      expect(() => toWireField({ name: 'v', type })).toThrow(expect.objectContaining({ code: 'FUNCTION_TYPE' }));
    }
  });
});

describe('hostile schemas', () => {
  const message = writeSchema(CROSSING.map((type, i) => toWireField({ name: `c${i}`, type })));

  test('with any bytes changed are refused or harmless', () => {
    const random = seeded(5);
    for (let round = 0; round < 20_000; round++) {
      const bytes = message.slice();
      for (let flips = 1 + Math.floor(random() * 3); flips > 0; flips--)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      try {
        readSchema(bytes).fields.forEach((each) => sameWire(each, each) && fromWireField(each));
      } catch (error) {
        if (!(error instanceof ArrowFault)) throw error;
      }
    }
  });

  test('that are cut short are refused', () => {
    for (let length = 0; length < message.length - 8; length += 7) expect(() => readSchema(message.slice(0, length))).toThrow(ArrowFault);
  });

  /** Each level has a list of children that all point to one and the same table: 2 to the power of 30 fields in a kilobyte. */
  test('whose fields multiply are refused at once', () => {
    const builder = new Builder(4096);
    let children = 0;
    for (let level = 0; level < 30; level++) {
      builder.startObject(0);
      const struct = builder.endObject();
      builder.startObject(7);
      builder.addFieldInt8(2, 13, 0);
      builder.addFieldOffset(3, struct, 0);
      if (children !== 0) builder.addFieldOffset(5, children, 0);
      const table = builder.endObject();
      builder.startVector(4, 2, 4);
      builder.addOffset(table);
      builder.addOffset(table);
      children = builder.endVector();
    }
    builder.startObject(4);
    builder.addFieldOffset(1, children, 0);
    const schema = builder.endObject();
    builder.startObject(5);
    builder.addFieldInt8(1, 1, 0);
    builder.addFieldOffset(2, schema, 0);
    builder.finish(builder.endObject());
    const since = performance.now();
    expect(() => readSchema(builder.asUint8Array())).toThrow(/more than 10000 fields/);
    expect(performance.now() - since).toBeLessThan(500);
  });
});
