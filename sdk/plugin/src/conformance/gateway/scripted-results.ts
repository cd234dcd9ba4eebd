import type { ArrowStream, Field } from '@arbalest/spi';
import { batchOf, type ColumnValue, schemaOf, streamOf } from '../../testing/index.js';
import { sampleRows } from '../codec/sample-values.js';

export const FIELDS: readonly Field[] = [
  { name: 'i', type: { id: 'BIGINT' }, nullable: true },
  { name: 's', type: { id: 'VARCHAR' }, nullable: true },
];

/** What a statement over the table of that name gives. */
export interface ScriptedResult {
  /** Rows of each part, in the order of their index; `undefined`: rows without end. */
  readonly parts: readonly (readonly (readonly ColumnValue[])[] | undefined)[];
  /** The order in which the parts are announced: positions in `parts`, again for one that was lost. @default as they are */
  readonly announced?: readonly number[];
  readonly error?: Error;
  /** Waits for `SqlScript.proceed` before anything is announced. */
  readonly waits?: boolean;
}

export const ROWS: readonly (readonly ColumnValue[])[] = sampleRows(FIELDS, 0, 1000);

export const ENDLESS_BATCH = batchOf(FIELDS, sampleRows(FIELDS, 0, 4096));

/** Rows of a part. @param count is told the bytes of each batch that is taken */
export function partStream(
  rows: readonly (readonly ColumnValue[])[] | undefined,
  count: (bytes: number) => void,
  ended: () => void,
): ArrowStream {
  if (rows !== undefined) return streamOf(FIELDS, rows, { batchRows: 100, ended });
  return {
    schema: schemaOf(FIELDS),
    batches: (async function* () {
      try {
        for (;;) {
          await new Promise((resolve) => setImmediate(resolve));
          count(ENDLESS_BATCH.body.byteLength);
          yield ENDLESS_BATCH;
        }
      } finally {
        ended();
      }
    })(),
  };
}
