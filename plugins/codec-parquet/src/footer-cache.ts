import type { CodecSplitsRequest, FileRef } from '@arbalest/spi';
import type { Footer } from './splits.js';

const MOST_ENTRIES = 128;

/** The question about more files than this costs little beside what is scanned, and its key much memory. */
const MOST_FILES = 256;

type Footers = ReadonlyMap<string, Footer>;

/**
 * What footers said, by files and their versions, filters and columns; the latest used are kept. Reading them takes DuckDB milliseconds of processor time for each statement, most of it for
 * columns that nobody asks for.
 */
export class FooterCache {
  /** In order of last use. */
  readonly #entries = new Map<string, Footers>();

  async get(files: readonly FileRef[], request: CodecSplitsRequest, read: () => Promise<Footers>): Promise<Footers> {
    if (files.length > MOST_FILES) return read();
    const { filters, source } = request;
    const key = JSON.stringify([files.map(({ path, size, version }) => [path, size, version]), filters, source.fields, source.options]);
    const footers = this.#entries.get(key) ?? (await read());
    this.#entries.delete(key);
    this.#entries.set(key, footers);
    if (this.#entries.size > MOST_ENTRIES) this.#entries.delete(this.#entries.keys().next().value!);
    return footers;
  }
}
