import { stat } from 'node:fs/promises';
import type { Codec, CodecRegistry, Field, NativeScanRequest, Split, Table } from '@arbalest/spi';
import { quoteName, quoteText } from '../lowering/names.js';

/** The least that lets the engine scan Parquet files by itself: one split per file, no pruning. The real codec is a plugin of its own. */
export const parquetFiles: Codec = {
  id: 'test-parquet',
  extensions: [],
  describe: () => Promise.reject(new Error('Tests say what their tables look like')),
  splits: () => Promise.reject(new Error('Tests make their splits')),
  read: () => Promise.reject(new Error('The engine scans Parquet by itself')),
  nativeScan: (_engine, splits, request) => ({ text: scanText(splits, request) }),
  nativeWrite: () => ({ text: 'FORMAT parquet', extension: '.parquet' }),
};

export function registryOf(...codecs: readonly Codec[]): CodecRegistry {
  return {
    get: (id) => codecs.find((codec) => codec.id === id),
    forPath: () => undefined,
    forTableFunction: () => undefined,
    list: () => codecs,
  };
}

/** A table over files that are there. */
export function parquetTable(name: string, fields: readonly Field[], paths: readonly string[], rows?: number): Table {
  return {
    name: { name },
    version: JSON.stringify([name, paths, rows]),
    source: { table: name, codec: parquetFiles.id, options: {}, fields },
    statistics: rows === undefined ? {} : { rows, exact: true },
    splits: () => Promise.all(paths.map(splitOf)),
  };
}

async function splitOf(path: string): Promise<Split> {
  const { size, mtimeMs } = await stat(path);
  return { codec: parquetFiles.id, file: { path, size, version: String(mtimeMs) }, estimatedBytes: size };
}

function scanText(splits: readonly Split[], { columns }: NativeScanRequest): string {
  const paths = splits.map((split) => quoteText(split.file.path)).join(', ');
  return `SELECT ${columns.map((column) => quoteName(column.name)).join(', ')} FROM read_parquet([${paths}])`;
}
