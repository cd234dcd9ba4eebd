import type { CodecSplitsRequest, FileRef, Split } from '@arbalest/spi';
import { readIndex } from './ipc-index.js';
import { openFile } from './open-file.js';

/** Files near the wanted size are one split and are not opened; larger ones are cut between their batches. */
export async function arrowSplits({ files, targetBytes, signal }: CodecSplitsRequest): Promise<readonly Split[]> {
  const splits: Split[] = [];
  for (const file of files.filter(({ size }) => size > 0)) {
    signal.throwIfAborted();
    splits.push(
      ...(file.size > targetBytes * 1.5 ? await pieces(file, targetBytes) : [{ codec: 'arrow', file, estimatedBytes: file.size }]),
    );
  }
  return splits;
}

async function pieces(ref: FileRef, targetBytes: number): Promise<readonly Split[]> {
  await using file = await openFile(ref);
  const { batches } = await readIndex(file);
  const splits: Split[] = [];
  let from = 0;
  let bytes = 0;
  for (const [index, { metadataLength, bodyLength }] of batches.entries()) {
    bytes += metadataLength + bodyLength;
    if (bytes < targetBytes && index < batches.length - 1) continue;
    splits.push({ codec: 'arrow', file: ref, estimatedBytes: bytes, payload: { from, to: index + 1 } });
    from = index + 1;
    bytes = 0;
  }
  return splits;
}
