import { Bool, type Data, type DataType, DenseUnion, Field, Int32, Int64, List, makeData, Map_, Struct, Utf8 } from 'apache-arrow';
import { builtData } from '../metadata-table.js';
import type { SqlInfoValue } from './info-value.js';

const LISTED = new List(new Field<DataType>('item', new Int32(), true));
const ENTRIES = new Struct<{ key: DataType; value: DataType }>([new Field('key', new Int32(), false), new Field('value', LISTED, true)]);

/** In the order that the standard gives them, which is that of their type ids. */
const ARMS: readonly (readonly [arm: SqlInfoValue['arm'], type: DataType])[] = [
  ['string_value', new Utf8()],
  ['bool_value', new Bool()],
  ['bigint_value', new Int64()],
  ['int32_bitmask', new Int32()],
  ['string_list', new List(new Field<DataType>('item', new Utf8(), true))],
  ['int32_to_int32_list_map', new Map_(new Field('entries', ENTRIES, false))],
];

/** The dense union of CommandGetSqlInfo. */
export const INFO_UNION = new DenseUnion(
  ARMS.map((_, i) => i),
  ARMS.map(([name, type]) => new Field(name, type, true)),
);

export function infoUnionData(values: readonly unknown[]): Data {
  const typed = values as readonly SqlInfoValue[];
  const typeIds = Int8Array.from(typed, ({ arm }) => ARMS.findIndex(([name]) => name === arm));
  const lengths = ARMS.map(() => 0);
  const valueOffsets = Int32Array.from(typeIds, (id) => lengths[id]!++);
  const children = ARMS.map(([arm, type]) =>
    builtData(
      type,
      typed.filter((value) => value.arm === arm).map(({ value }) => value),
    ),
  );
  return makeData({ type: INFO_UNION, length: typed.length, nullCount: 0, typeIds, valueOffsets, children });
}
