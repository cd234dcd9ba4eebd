import type {
  ArrowStream,
  Codec,
  CodecSplitsRequest,
  FileRef,
  FormatOptions,
  ReadRequest,
  Split,
  TableShape,
  WriteRequest,
  WrittenFile,
} from '@arbalest/spi';
import { avroOptions } from './options.js';
import { avroSplits } from './splits.js';

/**
 * Avro's object container files. Splits are ranges of bytes; a block belongs to the range in which it begins. Filters are the engine's. What reads files is loaded when
 * the first one is.
 */
export class AvroCodec implements Codec {
  readonly id = 'avro';
  readonly extensions = ['.avro'];
  readonly tableFunctions = ['read_avro'];

  async describe(files: readonly FileRef[], options: FormatOptions, signal: AbortSignal): Promise<TableShape> {
    avroOptions(options);
    const { describeAvro } = await import('./describe.js');
    return describeAvro(files, options, signal);
  }

  async splits(request: CodecSplitsRequest): Promise<readonly Split[]> {
    return avroSplits(request);
  }

  async read(split: Split, request: ReadRequest): Promise<ArrowStream> {
    const { readSplit } = await import('./read-split.js');
    return readSplit(split, request);
  }

  async write(request: WriteRequest): Promise<WrittenFile> {
    const { writeAvro } = await import('./write/write-avro.js');
    return writeAvro(request);
  }
}
