import type { Field, FormatOptions, TableName } from '@arbalest/spi';

/** An external table as it is remembered. Plain data. */
export interface ExternalDefinition {
  readonly name: TableName;
  readonly codec: string;
  /** Absolute paths, patterns or URLs. */
  readonly location: readonly string[];
  readonly partitionRoots: readonly string[];
  readonly options: FormatOptions;
  readonly fields: readonly Field[];
  readonly partitionBy: readonly string[];
}
