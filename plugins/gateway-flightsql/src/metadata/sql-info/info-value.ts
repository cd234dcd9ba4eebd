/** A value of the union in which GetSqlInfo answers, by the name of its arm in CommandGetSqlInfo. */
export type SqlInfoValue =
  | { readonly arm: 'string_value'; readonly value: string | null }
  | { readonly arm: 'bool_value'; readonly value: boolean }
  | { readonly arm: 'bigint_value'; readonly value: bigint }
  | { readonly arm: 'int32_bitmask'; readonly value: number }
  | { readonly arm: 'string_list'; readonly value: readonly string[] }
  | { readonly arm: 'int32_to_int32_list_map'; readonly value: ReadonlyMap<number, readonly number[]> };

export const text = (value: string | null): SqlInfoValue => ({ arm: 'string_value', value });
export const yes: SqlInfoValue = { arm: 'bool_value', value: true };
export const no: SqlInfoValue = { arm: 'bool_value', value: false };
/** Limits and ordinal numbers. */
export const whole = (value: number): SqlInfoValue => ({ arm: 'bigint_value', value: BigInt(value) });
export const int32 = (value: number): SqlInfoValue => ({ arm: 'int32_bitmask', value });
/** The bits that enumeration values stand for. */
export const bits = (...values: number[]): SqlInfoValue => int32(values.reduce((mask, value) => mask | (1 << value), 0));
export const list = (...value: readonly string[]): SqlInfoValue => ({ arm: 'string_list', value });
export const conversions = (value: ReadonlyMap<number, readonly number[]>): SqlInfoValue => ({ arm: 'int32_to_int32_list_map', value });
