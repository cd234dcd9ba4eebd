import type { FileRoots, TableWriter, WriteTarget, WrittenFile } from '@arbalest/spi';

/** A writer of which it is asked before each step whether its paths may be written: a folder may have become a link meanwhile, or another process may have begun. */
export class CheckedWriter implements TableWriter {
  readonly #writer: TableWriter;
  readonly #check: () => Promise<void>;

  constructor(writer: TableWriter, roots: FileRoots, paths: readonly string[]) {
    this.#writer = writer;
    this.#check = () => roots.check(paths, { access: 'write' });
  }

  async begin(job: string, signal: AbortSignal): Promise<WriteTarget> {
    await this.#check();
    return this.#writer.begin(job, signal);
  }

  async commit(target: WriteTarget, files: readonly WrittenFile[], signal: AbortSignal): Promise<void> {
    await this.#check();
    await this.#writer.commit(target, files, signal);
  }

  /** Only what the write itself has made is taken away. */
  abort(target: WriteTarget): Promise<void> {
    return this.#writer.abort(target);
  }
}
