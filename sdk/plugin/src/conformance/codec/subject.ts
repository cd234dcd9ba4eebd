import type { ArrowStream, Codec, EngineQuery, Field, FileRef, FormatOptions, NamedType, ScanSource, TableShape } from '@arbalest/spi';
import type { ColumnValue } from '../../testing/index.js';

/** A codec as an author describes it to the suite. */
export interface CodecSubject {
  readonly open: () => Promise<OpenCodec>;
  /** File name ending for files of the format, with the dot. */
  readonly extension: string;
  /**
   * Columns of the files in the tests: those of every type that the format brings back as it was. The first is called `i` and is a BIGINT without NULLs;
   * the others have some.
   *
   * @default i BIGINT, d DOUBLE, s VARCHAR
   */
  readonly columns?: readonly NamedType[];
  readonly options?: FormatOptions;
  /** Makes a file, for formats that `codec.write` is absent for. */
  readonly make?: (file: { readonly path: string; readonly fields: readonly Field[]; readonly stream: ArrowStream }) => Promise<void>;
  /** Bytes that are not of the format. @default sixteen zeros; `null` where everything is of the format */
  readonly wrongBytes?: Uint8Array | null;
  /** False for formats that cannot tell columns from a file without rows. @default true */
  readonly emptyHasColumns?: boolean;
  /** False where files whose columns differ are one table all the same: what a row leaves out is NULL. @default true */
  readonly tellsColumns?: boolean;
}

export interface OpenCodec {
  readonly codec: Codec;
  /** One that knows the codec's native scans, which are then compared with what it reads. */
  readonly engine?: EngineQuery;
  close?(): Promise<void>;
}

export const DEFAULT_COLUMNS: readonly NamedType[] = [
  { name: 'i', type: { id: 'BIGINT' } },
  { name: 'd', type: { id: 'DOUBLE' } },
  { name: 's', type: { id: 'VARCHAR' } },
];

/** Files and what the codec says of them. */
export interface Written {
  readonly files: readonly FileRef[];
  readonly shape: TableShape;
  readonly source: ScanSource;
  readonly columns: readonly NamedType[];
  readonly rows: readonly (readonly ColumnValue[])[];
}
