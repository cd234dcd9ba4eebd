import type { Result } from '@arbalest/client';
import type { Terminal } from '../terminal.js';
import type { Sink } from './sink.js';

export const STREAM_FORMATS = ['table', 'csv', 'json', 'arrow'] as const;
export type StreamFormat = (typeof STREAM_FORMATS)[number];

/** Writes results one after another. A statement without a result writes nothing. */
export interface ResultWriter {
  write(result: Result): Promise<void>;
}

/** The writer of a format; loads no other. */
export async function resultWriter(format: StreamFormat, sink: Sink, terminal: Terminal): Promise<ResultWriter> {
  switch (format) {
    case 'table':
      return new (await import('./table-writer.js')).TableWriter(sink, terminal);
    case 'csv':
      return new (await import('./csv-writer.js')).CsvWriter(sink);
    case 'json':
      return new (await import('./json-writer.js')).JsonWriter(sink);
    case 'arrow':
      return new (await import('./arrow-writer.js')).ArrowWriter(sink);
  }
}
