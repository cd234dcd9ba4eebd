import type { Codec, Field, FormatOptions } from '@arbalest/spi';

/** Files that are, together, one table: where they are and how they are to be read. */
export interface FileSource {
  /** For people: the table's name, or the paths as written. */
  readonly label: string;
  readonly codec: Codec;
  /** Absolute paths, patterns or URLs. */
  readonly locations: readonly string[];
  /** What folders named key=value are looked for below; the empty text for everywhere. */
  readonly partitionRoots: readonly string[];
  readonly options: FormatOptions;
  /** Declared columns; empty when they are to be inferred. */
  readonly fields: readonly Field[];
  /** Declared partition columns. */
  readonly partitionBy: readonly string[];
}
