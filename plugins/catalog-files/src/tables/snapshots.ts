import type { FileRef } from '@arbalest/spi';
import { describeSource, versionOf, type Snapshot } from './describe-source.js';
import type { FileSource } from './file-source.js';

/** Sources whose description is kept; the one that was not asked for longest goes first. */
const KEPT = 512;
const DESCRIBE_TIMEOUT_MS = 300_000;

/** Descriptions of files, each made once for as long as the files do not change. */
export class Snapshots {
  readonly #kept = new Map<string, Promise<Snapshot>>();

  /** The description of these files, just listed. */
  of(source: FileSource, files: readonly FileRef[], signal: AbortSignal): Promise<Snapshot> {
    return unlessAborted(this.#shared(source, files), signal);
  }

  /** Several statements may wait for one description, so no statement's signal ends it. */
  #shared(source: FileSource, files: readonly FileRef[]): Promise<Snapshot> {
    const version = versionOf(files, source);
    const known = this.#kept.get(version);
    if (known !== undefined) {
      this.#kept.delete(version);
      this.#kept.set(version, known);
      return known;
    }
    const made = describeSource(source, files, version, AbortSignal.timeout(DESCRIBE_TIMEOUT_MS));
    this.#kept.set(version, made);
    // A failure is not kept: the next statement tries again.
    made.catch(() => this.#kept.delete(version));
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
  }
}
