import { isArbalestError, userError, type FileRef } from '@arbalest/spi';

/** Runs a question about files; what the engine has against them becomes an error that names the file. */
export async function aboutFiles<T>(files: readonly FileRef[], ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (thrown) {
    if (!isArbalestError(thrown) || thrown.code !== 'ENGINE_QUERY') throw thrown;
    const reason = thrown.message.split('\n')[0]!;
    const file = files.find(({ path }) => reason.includes(path)) ?? files[0]!;
    if (/permission denied/i.test(reason))
      throw userError('FILE_UNREADABLE', `The file ${file.path} cannot be read: permission denied`, { cause: thrown });
    throw userError('CODEC_FORMAT', `${file.path} is not a readable Parquet file: ${reason}`, { cause: thrown });
  }
}
