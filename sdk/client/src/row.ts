/**
 * A row by column name; of columns with the same name the last one is seen. Values by SQL type:
 *
 * | SQL | JavaScript |
 * |---|---|
 * | NULL | null |
 * | BOOLEAN | boolean |
 * | TINYINT to INTEGER, their unsigned kin, FLOAT, DOUBLE | number |
 * | BIGINT, UBIGINT, HUGEINT, UHUGEINT | bigint |
 * | DECIMAL | string, with all digits of its scale: `'12.50'` |
 * | VARCHAR, JSON, UUID, ENUM, BIT | string |
 * | BLOB | Uint8Array |
 * | DATE, TIMESTAMP of any kind | Date, cut to milliseconds, taken as UTC; an infinite one is an invalid Date |
 * | TIME of any kind, INTERVAL | string, as SQL prints it |
 * | LIST, ARRAY | array |
 * | STRUCT | object |
 * | MAP | Map |
 * | UNION | the member's value |
 */
export type Row = Record<string, unknown>;

export interface RowOptions {
  /**
   * `date` gives Date objects for dates and timestamps, `text` what SQL prints, with all digits: `'2001-01-01 10:20:30.123456'`.
   *
   * @default 'date'
   */
  readonly temporal?: 'date' | 'text';
}
