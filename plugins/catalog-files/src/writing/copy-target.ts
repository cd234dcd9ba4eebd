import { userError, type CodecRegistry, type CopyTargetRequest, type FileRoots, type TableWriter } from '@arbalest/spi';
import { dirname } from 'node:path';
import { absolutePath, isRemote } from '../listing/paths.js';
import { codecForPath, codecNamed } from '../tables/choose-codec.js';
import { CheckedWriter } from './checked-writer.js';
import { CopyWriter } from './copy-writer.js';
import { refuseUnwritable } from './refuse-unwritable.js';

export interface CopyEnvironment {
  readonly codecs: CodecRegistry;
  readonly roots: FileRoots;
}

export async function copyWriter(
  { codecs, roots }: CopyEnvironment,
  request: CopyTargetRequest,
  signal: AbortSignal,
): Promise<TableWriter> {
  signal.throwIfAborted();
  const { path, baseDirectory, options, partitionBy, fields, overwrite } = request;
  if (isRemote(path)) {
    throw userError(
      'WRITE_UNSUPPORTED',
      `COPY cannot write to ${path}: an object store cannot make a whole write appear at once; write to a folder and upload that`,
    );
  }
  const target = absolutePath(path, baseDirectory);
  const touched = touchedBy(target);
  await roots.check(touched, { access: 'write' });
  const isDirectory = path.endsWith('/') || partitionBy.length > 0;
  const codec =
    request.codec === undefined
      ? isDirectory
        ? codecNamed(codecs, 'parquet')
        : codecForPath(codecs, path)
      : codecNamed(codecs, request.codec);
  refuseUnwritable(codec, { options, fields, partitionBy });
  const writer = new CopyWriter({ path: target, isDirectory, codec: codec.id, options, partitionBy, fields, overwrite });
  return new CheckedWriter(writer, roots, touched);
}

/** The target, and the folder that it is made in. */
export function touchedBy(path: string): readonly string[] {
  return [path, dirname(path)];
}
