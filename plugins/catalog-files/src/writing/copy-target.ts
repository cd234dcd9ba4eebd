import { userError, type CodecRegistry, type CopyTargetRequest, type TableWriter } from '@arbalest/spi';
import { absolutePath, isRemote } from '../listing/paths.js';
import { codecForPath, codecNamed } from '../tables/choose-codec.js';
import { CopyWriter } from './copy-writer.js';
import { refuseUnwritable } from './refuse-unwritable.js';

export async function copyWriter(codecs: CodecRegistry, request: CopyTargetRequest, signal: AbortSignal): Promise<TableWriter> {
  signal.throwIfAborted();
  const { path, baseDirectory, options, partitionBy, fields, overwrite } = request;
  if (isRemote(path)) {
    throw userError(
      'WRITE_UNSUPPORTED',
      `COPY cannot write to ${path}: an object store cannot make a whole write appear at once; write to a folder and upload that`,
    );
  }
  const isDirectory = path.endsWith('/') || partitionBy.length > 0;
  const codec =
    request.codec === undefined
      ? isDirectory
        ? codecNamed(codecs, 'parquet')
        : codecForPath(codecs, path)
      : codecNamed(codecs, request.codec);
  refuseUnwritable(codec, { options, fields, partitionBy });
  return new CopyWriter({ path: absolutePath(path, baseDirectory), isDirectory, codec: codec.id, options, partitionBy, fields, overwrite });
}
