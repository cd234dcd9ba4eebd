import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  internalError,
  userError,
  type Field,
  type FormatOptions,
  type TableWriter,
  type WriteTarget,
  type WrittenFile,
} from '@arbalest/spi';
import { writePayload } from './write-payload.js';
import { exists, keepOnly, moveFile, STAGING_PREFIX } from './staged-files.js';

export interface CopyWriterOptions {
  /** Absolute path of the file or folder to make. */
  readonly path: string;
  readonly isDirectory: boolean;
  readonly codec: string;
  readonly options: FormatOptions;
  readonly partitionBy: readonly string[];
  readonly fields: readonly Field[];
  readonly overwrite: boolean;
}

/** COPY … TO: everything is written next to the target, which appears by one rename. A file takes the place of an older one, a folder only of an empty one or when told to overwrite. */
export class CopyWriter implements TableWriter {
  readonly #options: CopyWriterOptions;
  readonly #committed = new Set<string>();

  constructor(options: CopyWriterOptions) {
    this.#options = options;
  }

  async begin(job: string, signal: AbortSignal): Promise<WriteTarget> {
    signal.throwIfAborted();
    await this.#refuseOccupied();
    const { path, codec, options, fields, partitionBy, isDirectory } = this.#options;
    const id = `${job}-${randomUUID().slice(0, 8)}`;
    const directory = join(dirname(path), STAGING_PREFIX + id);
    await mkdir(directory, { recursive: true }).catch((cause: unknown) => {
      throw userError('WRITE_FAILED', `${path} cannot be written: ${(cause as Error).message}`, { cause });
    });
    const payload = writePayload({ write: 'copy', options: this.#options });
    return { id, directory, codec, options, fields, partitionBy, singleFile: !isDirectory, payload };
  }

  async commit(target: WriteTarget, files: readonly WrittenFile[], signal: AbortSignal): Promise<void> {
    if (this.#committed.has(target.id)) return;
    signal.throwIfAborted();
    if (this.#options.isDirectory) await this.#commitDirectory(target, files);
    else await this.#commitFile(target, files);
    this.#committed.add(target.id);
  }

  async abort(target: WriteTarget): Promise<void> {
    await rm(target.directory, { recursive: true, force: true });
  }

  async #commitFile(target: WriteTarget, files: readonly WrittenFile[]): Promise<void> {
    const [file] = files;
    if (file === undefined || files.length > 1)
      throw internalError('WRITE_NOT_ONE_FILE', `COPY to ${this.#options.path} was to write one file and wrote ${files.length}`);
    await moveFile(file.path, this.#options.path);
    await rm(target.directory, { recursive: true, force: true });
  }

  async #commitDirectory(target: WriteTarget, files: readonly WrittenFile[]): Promise<void> {
    const { path, overwrite } = this.#options;
    // Renamed by an earlier try of the same commit.
    if (!(await exists(target.directory)) && (await exists(path))) return;
    await keepOnly(target.directory, new Set(files.map((file) => file.path)));
    await this.#refuseOccupied();
    const old = join(dirname(path), `${STAGING_PREFIX}old-${target.id}`);
    if (overwrite && (await exists(path))) await rename(path, old);
    await rename(target.directory, path);
    // That of an earlier try of the same commit too.
    await rm(old, { recursive: true, force: true });
  }

  async #refuseOccupied(): Promise<void> {
    const { path, isDirectory, overwrite } = this.#options;
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) return;
    if (found.isDirectory() !== isDirectory) {
      const [is, wanted] = isDirectory ? ['a file', 'a folder'] : ['a folder', 'a file'];
      throw userError(
        'TARGET_EXISTS',
        `COPY was to write ${wanted} to ${path}, where ${is} is; choose another path${isDirectory ? '' : `, for example ${join(path, basename(path))}`}`,
      );
    }
    if (isDirectory && !overwrite && (await readdir(path)).length > 0) {
      throw userError('TARGET_EXISTS', `COPY was to write a folder to ${path}, which is not empty; empty it, or give the option OVERWRITE`);
    }
  }
}
