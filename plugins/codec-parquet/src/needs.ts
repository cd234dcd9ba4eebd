import type { FileRef } from '@arbalest/spi';

/** The engine's extensions that reading these files takes. */
export function extensionsFor(files: readonly Pick<FileRef, 'path'>[]): readonly string[] {
  return files.some(({ path }) => /^(s3|s3a|s3n|gs|gcs|r2|https?|hf):\/\//i.test(path)) ? ['httpfs'] : [];
}
