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
import { arrowOptions } from './options.js';

/**
 * Arrow IPC, files and stored streams; the first bytes tell which. What is read goes on by reference wherever it can: no engine has a faster way,
 * so there is no native scan. apache-arrow is loaded when the first file is.
 */
export class ArrowCodec implements Codec {
  readonly id = 'arrow';
  readonly extensions = ['.arrow', '.arrows', '.feather', '.ipc'];
  readonly tableFunctions = ['read_arrow'];

  async describe(files: readonly FileRef[], options: FormatOptions, signal: AbortSignal): Promise<TableShape> {
    arrowOptions(options);
    const { describeArrow } = await import('./describe.js');
    return { ...(await describeArrow(files, signal)), options };
  }

  async splits(request: CodecSplitsRequest): Promise<readonly Split[]> {
    const { arrowSplits } = await import('./splits.js');
    return arrowSplits(request);
  }

  async read(split: Split, request: ReadRequest): Promise<ArrowStream> {
    const { readSplit } = await import('./read-split.js');
    return readSplit(split, request);
  }

  async write(request: WriteRequest): Promise<WrittenFile> {
    const { writeArrow } = await import('./write-arrow.js');
    return writeArrow(request);
  }
}
