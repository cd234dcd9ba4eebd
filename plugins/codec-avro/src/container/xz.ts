import xz from 'xz-decompress';
import { Gathered } from './gathered.js';

export async function decompressXz(bytes: Buffer): Promise<Buffer> {
  const rows = new Gathered();
  // Left early, the stream is cancelled: the decoder serves one at a time.
  for await (const piece of new xz.XzReadableStream(new Blob([bytes]).stream())) rows.add(piece);
  return rows.whole();
}
