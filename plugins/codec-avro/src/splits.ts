import type { CodecSplitsRequest, Split } from '@arbalest/spi';

/** Ranges of bytes of about the same size. No file is opened: who reads a range looks for the first block in it. */
export function avroSplits({ files, targetBytes }: Pick<CodecSplitsRequest, 'files' | 'targetBytes'>): readonly Split[] {
  return files.flatMap((file) => {
    const pieces = file.size === 0 ? 0 : Math.max(1, Math.round(file.size / targetBytes));
    const boundary = (piece: number) => Math.floor((file.size * piece) / pieces);
    return Array.from({ length: pieces }, (_, piece) => {
      const bytes = { start: boundary(piece), end: boundary(piece + 1) };
      return { codec: 'avro', file, bytes, estimatedBytes: bytes.end - bytes.start };
    });
  });
}
