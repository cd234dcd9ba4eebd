import { open, type FileHandle } from 'node:fs/promises';
import { userError } from '@arbalest/spi';

/** A local file, read through a window. Whoever opens it closes it. */
export class LocalFile implements AsyncDisposable {
  #window: Buffer = Buffer.alloc(0);
  /** Where the window begins. */
  #from = 0;
  #closed: Promise<void> | undefined;

  private constructor(
    readonly path: string,
    readonly size: number,
    private readonly handle: FileHandle,
  ) {}

  /** @throws user error `WRONG_PLACE` for a URL, `FILE_UNREADABLE` */
  static async open(path: string): Promise<LocalFile> {
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path))
      throw userError('WRONG_PLACE', `Avro files are read from local folders only, met ${path}; copy them to one`);
    const handle = await open(path).catch((cause: NodeJS.ErrnoException) => {
      const reason = cause.code === 'EACCES' ? 'permission denied' : cause.message;
      throw userError('FILE_UNREADABLE', `The file ${path} cannot be read: ${reason}`, { cause });
    });
    try {
      return new LocalFile(path, (await handle.stat()).size, handle);
    } catch (thrown) {
      await handle.close();
      throw thrown;
    }
  }

  /**
   * Bytes from an offset: so many, or what there is of them before the file's end. They are never written to again.
   *
   * @param ahead Bytes to read beyond them, which are likely to be wanted next
   */
  async bytes(offset: number, length: number, ahead: number): Promise<Buffer> {
    const end = Math.min(this.size, offset + length);
    if (offset >= end) return Buffer.alloc(0);
    if (offset < this.#from || end > this.#from + this.#window.length) {
      this.#window = await this.#read(offset, Math.min(this.size, end + ahead) - offset);
      this.#from = offset;
    }
    return this.#window.subarray(offset - this.#from, end - this.#from);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return (this.#closed ??= this.handle.close());
  }

  async #read(offset: number, length: number): Promise<Buffer> {
    const bytes = Buffer.allocUnsafeSlow(length);
    let done = 0;
    while (done < length) {
      const { bytesRead } = await this.handle.read(bytes, done, length - done, offset + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return bytes.subarray(0, done);
  }
}
