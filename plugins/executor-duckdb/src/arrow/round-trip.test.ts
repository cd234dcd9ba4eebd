import type { OpaqueNode, PlanNode } from '@arbalest/plan';
import { type DataType, type SimpleTypeId, SIMPLE_TYPES, typeToSql } from '@arbalest/spi';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DuckDbExecutor } from '../engine/duckdb-executor.js';
import { Oracle } from '../testing/oracle.js';
import { asInput, runFragment, textRows, toArrowTable } from '../testing/run-fragment.js';

/** Values as SQL, extremes among them; NULL is added to all. */
const SIMPLE_VALUES: Readonly<Record<SimpleTypeId, readonly string[]>> = {
  BOOLEAN: ['true', 'false'],
  TINYINT: ['-128', '0', '127'],
  SMALLINT: ['-32768', '0', '32767'],
  INTEGER: ['-2147483648', '0', '2147483647'],
  BIGINT: ["'-9223372036854775808'", '0', '9223372036854775807'],
  HUGEINT: [
    "'-170141183460469231731687303715884105728'",
    '-1',
    '0',
    '170141183460469231731687303715884105727',
    '100000000000000000000000000000000000000',
  ],
  UTINYINT: ['0', '255'],
  USMALLINT: ['0', '65535'],
  UINTEGER: ['0', '4294967295'],
  UBIGINT: ['0', '18446744073709551615'],
  UHUGEINT: ['0', '340282366920938463463374607431768211455'],
  FLOAT: ["'-inf'", "'inf'", "'nan'", "'-0.0'", '3.4028235e38', '1.1754944e-38', '1e-45', '0.1'],
  DOUBLE: ["'-inf'", "'inf'", "'nan'", "'-0.0'", '1.7976931348623157e308', '5e-324', '0.1'],
  VARCHAR: ["''", "'a'", "'twelve bytes'", "'thirteen byte'", "repeat('long ', 5000)", "'żółć 🦆'", "chr(0) || 'nul'"],
  BLOB: ["''", "'\\x00\\xFF'", "encode(repeat('b', 100))"],
  BIT: ["'0'", "'1'", "'10101010101'"],
  UUID: ["'00000000-0000-0000-0000-000000000000'", "'ffffffff-ffff-ffff-ffff-ffffffffffff'", "'80000000-0000-0000-0000-000000000001'"],
  JSON: [`'{"a": [1, null]}'`, "'null'", `'"x"'`],
  DATE: ["'5877642-06-25 (BC)'", "'1970-01-01'", "'5881580-07-10'", "'infinity'", "'-infinity'"],
  TIME: ["'00:00:00'", "'23:59:59.999999'", "'24:00:00'"],
  TIME_NS: ["'00:00:00'", "'23:59:59.999999999'"],
  'TIME WITH TIME ZONE': ["'00:00:00+15:59:59'", "'23:59:59.999999-15:59:59'", "'12:00:00+00'"],
  TIMESTAMP: [
    "'290309-12-22 (BC) 00:00:00'",
    "'1969-12-31 23:59:59.999999'",
    "'294247-01-10 04:00:54.775806'",
    "'infinity'",
    "'-infinity'",
  ],
  TIMESTAMP_S: ["'1600-01-01 00:00:01'", "'290309-12-22 (BC) 00:00:00'", "'2262-04-11 23:47:16'"],
  TIMESTAMP_MS: ["'1600-01-01 00:00:00.001'", "'2262-04-11 23:47:16.999'"],
  TIMESTAMP_NS: ["'1677-09-22 00:00:00'", "'2262-04-11 23:47:16.854775806'"],
  'TIMESTAMP WITH TIME ZONE': ["'290309-12-22 (BC) 00:00:00+00'", "'2024-02-29 12:00:00+05:30'", "'294247-01-10 04:00:54.775806+00'"],
  INTERVAL: [
    "'0 days'",
    "'83 years 3 months 999 days 00:16:39.999999'",
    "'-14 months -3 days -00:00:00.000001'",
    "'2147483647 months'",
    "'1000000 hours'",
    "'100000000 hours'",
    "'-2147483648 months -2147483648 days'",
    "'2147483647 days -100000000 hours'",
  ],
  NULL: [],
};

const simple = SIMPLE_TYPES.map((id): [DataType, readonly string[]] => [{ id }, SIMPLE_VALUES[id]]);

const INT: DataType = { id: 'INTEGER' };
const TEXT: DataType = { id: 'VARCHAR' };
const MOOD: DataType = { id: 'ENUM', values: ['sad', "it's", 'happy'] };
const PAIR: DataType = {
  id: 'STRUCT',
  fields: [
    { name: 'a', type: INT },
    { name: 'B "q"', type: TEXT },
  ],
};

const others: [DataType, readonly string[]][] = [
  [{ id: 'DECIMAL', width: 4, scale: 1 }, ['-999.9', '0', '999.9']],
  [{ id: 'DECIMAL', width: 9, scale: 0 }, ['-999999999', '999999999']],
  [{ id: 'DECIMAL', width: 18, scale: 6 }, ['-999999999999.999999', '999999999999.999999']],
  [{ id: 'DECIMAL', width: 38, scale: 10 }, ["'-9999999999999999999999999999.9999999999'", "'9999999999999999999999999999.9999999999'"]],
  [MOOD, ["'sad'", "'it''s'", "'happy'"]],
  [{ id: 'LIST', child: INT }, ['[]', '[1, NULL, 3]', 'range(3000)']],
  [{ id: 'LIST', child: { id: 'LIST', child: TEXT } }, ['[]', "[['a', NULL], NULL, []]"]],
  [{ id: 'LIST', child: { id: 'BOOLEAN' } }, ['[true]', '[false, NULL, true, true, false, true, true, true, false]']],
  [{ id: 'LIST', child: MOOD }, ["['sad', NULL, 'happy']"]],
  [{ id: 'LIST', child: { id: 'HUGEINT' } }, ['[170141183460469231731687303715884105727]']],
  [{ id: 'ARRAY', child: INT, size: 3 }, ['[1, 2, 3]', '[NULL, NULL, NULL]']],
  [{ id: 'ARRAY', child: TEXT, size: 2 }, ["['a', NULL]"]],
  [PAIR, ["{'a': 1, 'B \"q\"': 'x'}", "{'a': NULL, 'B \"q\"': NULL}"]],
  [
    {
      id: 'STRUCT',
      fields: [
        {
          name: 'inner',
          type: {
            id: 'STRUCT',
            fields: [
              { name: 'l', type: { id: 'LIST', child: PAIR } },
              { name: 'u', type: { id: 'UUID' } },
            ],
          },
        },
      ],
    },
    ["{'inner': {'l': [{'a': 1, 'B \"q\"': 'x'}, NULL], 'u': '80000000-0000-0000-0000-000000000001'}}", "{'inner': NULL}"],
  ],
  [{ id: 'MAP', key: TEXT, value: INT }, ["map {'a': 1, 'b': NULL}", 'map {}']],
  [{ id: 'MAP', key: INT, value: { id: 'LIST', child: MOOD } }, ["map {1: ['sad'], 2: NULL}"]],
  [
    {
      id: 'UNION',
      members: [
        { name: 'num', type: INT },
        { name: 'text', type: TEXT },
      ],
    },
    ['union_value(num := 7)', "union_value(text := '7')"],
  ],
  [
    {
      id: 'LIST',
      child: {
        id: 'UNION',
        members: [
          { name: 'e', type: MOOD },
          { name: 'i', type: { id: 'BIT' } },
        ],
      },
    },
    ["[union_value(e := 'sad'::ENUM('sad', 'it''s', 'happy')), NULL]", "[union_value(i := '101'::BIT)]"],
  ],
];

describe('every type, out of the engine and in again, is what it was', () => {
  const executor = new DuckDbExecutor({
    codecs: () => ({ get: () => undefined, forPath: () => undefined, forTableFunction: () => undefined, list: () => [] }),
  });
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await Oracle.open();
  });
  afterAll(async () => {
    await executor.close();
    await oracle[Symbol.asyncDispose]();
  });

  test.each([...simple, ...others].map(([type, values]) => [typeToSql(type), type, values] as const))('%s', async (sql, type, values) => {
    // Far more rows than a chunk holds, NULLs at every seventh: joins of pieces and bitmaps that begin within a byte are part of it.
    const rows = ['NULL', ...values].map((value, i) => `(${i}, CAST(${value} AS ${sql}))`).join(', ');
    const query = `SELECT v FROM range(5000) AS t(r) LEFT JOIN (VALUES ${rows}) AS w(i, v) ON r % ${values.length + 1} = i AND r % 7 <> 3 WHERE r % 11 <> 5 ORDER BY r`;
    const source: OpaqueNode = { kind: 'opaque', query, tables: [], types: [type], reason: 'test' };
    const input: PlanNode = { kind: 'input', input: 0, fields: [{ name: 'v', type, nullable: true }] };
    const expected = await oracle.textRows(query);

    const first = await runFragment(executor, { plan: source });
    expect(toArrowTable(first).numRows).toBe(expected.length);
    const second = await runFragment(executor, { plan: input, inputs: [asInput(first, source)] });
    expect(await textRows(executor, { plan: input, inputs: [asInput(second, input)] })).toEqual(expected);
  });
});
