import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { userError, type FileRef, type TableWriter, type WriteTarget, type WrittenFile } from '@arbalest/spi';
import { tableKey, tableLabel } from '../tables/table-key.js';
import { fileReference, moveFile, relativePath, STAGING_PREFIX } from '../writing/staged-files.js';
import { writePayload } from '../writing/write-payload.js';
import type { Turns } from '../writing/turns.js';
import type { Manifest, ManifestStore, ManifestVersion } from './manifest.js';

const COMMITS_KEPT = 100;

export interface ManagedWriterOptions {
  readonly manifest: Manifest;
  readonly pending: boolean;
  readonly manifests: ManifestStore;
  readonly turns: Turns;
  /** False, and nothing has changed, when it is not `over` any more that the manifest would replace. */
  publish(manifest: Manifest, over: ManifestVersion): Promise<boolean>;
}

/** Writes into a managed table: files are moved next to the others under names of their own, then a new manifest names them. */
export class ManagedWriter implements TableWriter {
  readonly #options: ManagedWriterOptions;

  constructor(options: ManagedWriterOptions) {
    this.#options = options;
  }

  async begin(job: string, signal: AbortSignal): Promise<WriteTarget> {
    signal.throwIfAborted();
    const { manifest, pending } = this.#options;
    const { codec, options, fields, partitionBy, directory } = manifest;
    const id = `${job}-${randomUUID().slice(0, 8)}`;
    const staging = join(directory, STAGING_PREFIX + id);
    await mkdir(staging, { recursive: true });
    const payload = writePayload({ write: 'managed', manifest: { ...manifest, files: [], commits: [] }, pending });
    return { id, directory: staging, codec, options, fields, partitionBy, singleFile: false, payload };
  }

  async commit(target: WriteTarget, files: readonly WrittenFile[], signal: AbortSignal): Promise<void> {
    const { manifest, turns } = this.#options;
    await turns.take(`${tableKey(manifest.name)}/${manifest.directory}`, async () => {
      while (!(await this.#commitOnce(target, files, signal))) signal.throwIfAborted();
    });
    await rm(target.directory, { recursive: true, force: true });
  }

  /** False when another process has changed the table meanwhile: the same again, over what there is now. */
  async #commitOnce(target: WriteTarget, files: readonly WrittenFile[], signal: AbortSignal): Promise<boolean> {
    signal.throwIfAborted();
    const over = await this.#options.manifests.latest(this.#options.manifest.name);
    const present = this.#present(over.manifest);
    if (present.commits.includes(target.id)) return true;
    const added: FileRef[] = [];
    for (const file of files.filter(({ rows }) => rows > 0)) added.push(await this.#adopt(target, file));
    const commits = [...present.commits, target.id].slice(-COMMITS_KEPT);
    return this.#options.publish({ ...present, files: [...present.files, ...added], commits }, over);
  }

  async abort(target: WriteTarget): Promise<void> {
    const { manifest, pending, manifests } = this.#options;
    await rm(target.directory, { recursive: true, force: true });
    const published = pending ? await manifests.get(manifest.name) : manifest;
    if (published?.directory !== manifest.directory) await rm(manifest.directory, { recursive: true, force: true });
  }

  /** The table as it is now; a pending one may have been published by an earlier write. */
  #present(present: Manifest | undefined): Manifest {
    const { manifest, pending } = this.#options;
    if (present?.directory === manifest.directory) return present;
    if (pending) return manifest;
    throw userError(
      'TABLE_NOT_FOUND',
      `The table ${tableLabel(manifest.name)} was dropped while rows were written to it; nothing was written`,
    );
  }

  /** The target's id makes the name unique among all writes. */
  async #adopt(target: WriteTarget, file: WrittenFile): Promise<FileRef> {
    const parts = relativePath(target, file).split('/');
    const name = `${target.id}-${parts.pop()!}`;
    const to = join(this.#options.manifest.directory, ...parts, name);
    await moveFile(file.path, to);
    return fileReference(to);
  }
}
