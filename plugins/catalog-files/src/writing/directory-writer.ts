import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Field, FormatOptions, TableWriter, WriteTarget, WrittenFile } from '@arbalest/spi';
import { writePayload } from './write-payload.js';
import { moveFile, STAGING_PREFIX } from './staged-files.js';

export interface DirectoryWriterOptions {
  readonly directory: string;
  readonly codec: string;
  readonly options: FormatOptions;
  readonly fields: readonly Field[];
}

/** Adds one file to a folder that others own: written aside, then moved in, so that readers see all of its rows or none. */
export class DirectoryWriter implements TableWriter {
  readonly #options: DirectoryWriterOptions;

  constructor(options: DirectoryWriterOptions) {
    this.#options = options;
  }

  async begin(job: string, signal: AbortSignal): Promise<WriteTarget> {
    signal.throwIfAborted();
    const { directory, codec, options, fields } = this.#options;
    const id = `${job}-${randomUUID().slice(0, 8)}`;
    const staging = join(directory, STAGING_PREFIX + id);
    await mkdir(staging, { recursive: true });
    const payload = writePayload({ write: 'directory', options: this.#options });
    return { id, directory: staging, codec, options, fields, partitionBy: [], singleFile: true, payload };
  }

  async commit(target: WriteTarget, files: readonly WrittenFile[], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    for (const { path } of files.filter(({ rows }) => rows > 0))
      await moveFile(path, join(this.#options.directory, `${target.id}-${basename(path)}`));
    await rm(target.directory, { recursive: true, force: true });
  }

  async abort(target: WriteTarget): Promise<void> {
    await rm(target.directory, { recursive: true, force: true });
  }
}
