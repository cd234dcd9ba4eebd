import type { Codec, CodecSplitsRequest, NamedType, ReadRequest, ScanSource, Split } from '@arbalest/spi';
import { type ColumnValue, streamOf } from '../../testing/index.js';

/** A codec of rows that lie in memory, for engines' scans: a split is a range of them. */
export class RowsCodec implements Codec {
  readonly id = 'conformance-rows';
  readonly extensions = [];
  /** Reads that have begun, and those that have ended, in whatever way. */
  begun = 0;
  ended = 0;

  constructor(
    readonly fields: readonly NamedType[],
    readonly rows: readonly (readonly ColumnValue[])[],
  ) {}

  get source(): ScanSource {
    const fields = this.fields.map((field) => ({ ...field, nullable: true }));
    return { table: 'rows', codec: this.id, options: {}, fields };
  }

  describe() {
    return Promise.resolve({ fields: this.source.fields, statistics: { rows: this.rows.length, exact: true }, options: {} });
  }

  splits({ targetBytes }: Pick<CodecSplitsRequest, 'targetBytes'>): Promise<readonly Split[]> {
    const splits: Split[] = [];
    for (let start = 0; start < this.rows.length; start += targetBytes) splits.push(this.#split(start, start + targetBytes));
    return Promise.resolve(splits);
  }

  read({ rows = { start: 0, end: Infinity } }: Split, { columns, batchRows }: ReadRequest) {
    this.begun++;
    const at = columns.map(({ name }) => this.fields.findIndex((field) => field.name === name));
    const picked = this.rows.slice(rows.start, rows.end).map((row) => at.map((column) => row[column]!));
    return Promise.resolve(streamOf(columns, picked, { batchRows, ended: () => this.ended++ }));
  }

  #split(start: number, end: number): Split {
    return {
      codec: this.id,
      file: { path: '/conformance/rows', size: 0, version: '1' },
      rows: { start, end: Math.min(end, this.rows.length) },
      estimatedBytes: 1,
    };
  }
}
