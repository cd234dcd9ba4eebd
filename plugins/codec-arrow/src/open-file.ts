import { open, type FileHandle } from 'node:fs/promises';
import type { RandomAccess } from '@arbalest/flight';
import { userError, type FileRef } from '@arbalest/spi';

/** A local file, read piece by piece. Whoever opens it closes it. */
export interface OpenFile extends RandomAccess, AsyncDisposable {
  readonly path: string;
}

/** @throws user error `WRONG_PLACE` for a URL, `FILE_UNREADABLE`. */
export async function openFile({ path }: Pick<FileRef, 'path'>): Promise<OpenFile> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path))
    throw userError('WRONG_PLACE', `Arrow files are read from local folders only, met ${path}; keep them there, or use Parquet`);
  const handle = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw userError(
      'FILE_UNREADABLE',
      `The file ${path} cannot be read: ${cause.code === 'EACCES' ? 'permission denied' : cause.message}`,
      { cause },
    );
  });
  try {
    const { size } = await handle.stat();
    return { path, size, read: (offset, length) => readExactly(handle, path, offset, length), [Symbol.asyncDispose]: () => handle.close() };
  } catch (thrown) {
    await handle.close();
    throw thrown;
  }
}

async function readExactly(handle: FileHandle, path: string, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0)
      throw userError(
        'CODEC_FORMAT',
        `${path} ends at byte ${offset + done}, within an Arrow message that wants ${length - done} more; it may have been cut short`,
      );
    done += bytesRead;
  }
  return bytes;
}
