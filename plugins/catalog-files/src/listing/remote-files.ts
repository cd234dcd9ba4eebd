import { isArbalestError, quoteText, userError, type EngineQuery, type FileRef } from '@arbalest/spi';

/** The objects at a URL or pattern, as the engine's file system lists them; only their size and time are asked for. */
export async function remoteFiles(engine: EngineQuery, url: string, signal: AbortSignal): Promise<readonly FileRef[]> {
  const pattern = url.endsWith('/') ? `${url}**` : url;
  const text = `SELECT filename, size::DOUBLE AS size, last_modified::VARCHAR AS modified FROM read_blob(${quoteText(pattern)}) ORDER BY filename`;
  const rows = await engine.rows({ text, needs: ['httpfs'], signal }).catch((thrown: unknown) => {
    throw remoteError(url, thrown);
  });
  if (rows.length === 0) throw userError('FILE_NOT_FOUND', `Nothing is at ${url}`);
  return rows.map(({ filename, size, modified }) => ({
    path: filename as string,
    size: Number(size),
    version: `${modified as string}-${size as number}`,
  }));
}

function remoteError(url: string, thrown: unknown): unknown {
  if (!isArbalestError(thrown) || thrown.code !== 'ENGINE_QUERY') return thrown;
  const reason = thrown.message.split('\n')[0]!;
  if (/no files found|\bHTTP 404\b/i.test(reason)) return userError('FILE_NOT_FOUND', `Nothing is at ${url}: ${reason}`, { cause: thrown });
  if (/\bHTTP 40[13]\b|access ?denied/i.test(reason))
    return userError('FILE_UNREADABLE', `${url} cannot be read with the configured credentials: ${reason}`, { cause: thrown });
  return userError('FILE_UNREADABLE', `${url} cannot be read: ${reason}`, { cause: thrown });
}
