import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock, Log } from '@arbalest/spi';
import type { LiveState } from './live-state.js';
import { encodePart, SAFE_HEADER } from './safe-file.js';

/** Between writes of what nobody waits for. */
const INTERVAL_MS = 1_000;
/** What may wait at most before it is written without delay, and about what a part has when all is written. Bytes. */
const [PENDING_BYTES, PART_BYTES] = [16 * 1024 * 1024, 1024 * 1024];
/** The file is made anew when what was added to it is twice what it began with, and this. */
const ADDED_BYTES = 16 * 1024 * 1024;

/**
 * What survives the machine: a file of the entries, flushed to disk, that is some moment old. Each write adds one part for many transactions of the live state,
 * so that those need not wait for the disk, and what can be read is one moment's state always.
 */
export class SafeCopy {
  private pending = new Map<string, Buffer | undefined>();
  private pendingBytes = 0;
  /** Of the file. Without one all is written at the next occasion. */
  private file: { readonly handle: FileHandle; readonly began: number; bytes: number; revision: bigint } | undefined;
  private writing: Promise<void> = Promise.resolve();
  /** A write that has not begun, and so will hold all that is pending when it does. */
  private queued: Promise<void> | undefined;
  private cancelTimer: (() => void) | undefined;

  constructor(
    private readonly path: string,
    private readonly live: () => LiveState,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** A key of the live state has another record, or is gone. */
  note(key: string, record: Buffer | undefined): void {
    this.pendingBytes += key.length + (record?.byteLength ?? 0);
    this.pending.set(key, record);
  }

  /** A transaction of the live state has ended, and all of its changes were noted. */
  changed(): void {
    if (this.pendingBytes > PENDING_BYTES && !this.queued) this.flushUnasked();
    else this.cancelTimer ??= this.clock.schedule(INTERVAL_MS, () => this.flushUnasked());
  }

  /** Resolves when all that was noted before is on disk. */
  flush(): Promise<void> {
    return (this.queued ??= this.writing
      .catch(() => {})
      .then(() => {
        this.queued = undefined;
        return (this.writing = this.write());
      }));
  }

  async close(): Promise<void> {
    await this.flush().catch((error: unknown) => this.warn(error));
    this.cancelTimer?.();
    await this.file?.handle.close();
  }

  private flushUnasked(): void {
    this.flush().catch((error: unknown) => {
      this.warn(error);
      this.changed();
    });
  }

  private async write(): Promise<void> {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    const { file, pending } = this;
    if (!file || file.bytes > file.began * 3 + ADDED_BYTES) return this.writeAll();
    const { revision } = this.live();
    if (pending.size === 0 && revision === file.revision) return;
    this.pending = new Map();
    this.pendingBytes = 0;
    const part = encodePart({ revision, records: pending });
    try {
      await file.handle.write(part, 0, part.byteLength, file.bytes);
      await file.handle.datasync();
    } catch (error) {
      // What of it is in the file cannot be known: all is written anew.
      this.pending = new Map([...pending, ...this.pending]);
      this.file = undefined;
      await file.handle.close().catch(() => {});
      throw error;
    }
    file.bytes += part.byteLength;
    file.revision = revision;
  }

  /** Makes the file anew beside the old one, which counts until this one is whole. */
  private async writeAll(): Promise<void> {
    const next = `${this.path}.next`;
    const live = this.live();
    const { revision } = live;
    const [pending, parts] = [this.pending, partsOf(live)];
    // Begun before anything is waited for, so that it is of this moment.
    let part = parts.next();
    this.pending = new Map();
    this.pendingBytes = 0;
    let handle: FileHandle | undefined;
    try {
      handle = await open(next, 'w');
      await handle.writeFile(SAFE_HEADER);
      let bytes = SAFE_HEADER.byteLength;
      for (; !part.done; part = parts.next()) {
        const encoded = encodePart({ revision, records: part.value });
        await handle.writeFile(encoded);
        bytes += encoded.byteLength;
      }
      await handle.sync();
      await rename(next, this.path);
      await syncFolder(this.path);
      await this.file?.handle.close();
      this.file = { handle, began: bytes, bytes, revision };
    } catch (error) {
      this.pending = new Map([...pending, ...this.pending]);
      await handle?.close().catch(() => {});
      await rm(next, { force: true }).catch(() => {});
      throw error;
    } finally {
      parts.return();
    }
  }

  private warn(error: unknown): void {
    this.log.warn('State could not be flushed to disk; it would be lost with the machine', { cause: (error as Error).message });
  }
}

/** At least one, also of nothing. */
function* partsOf(live: LiveState): Generator<ReadonlyMap<string, Buffer>, void, undefined> {
  let records = new Map<string, Buffer>();
  let bytes = 0;
  for (const { key, record } of live.records()) {
    records.set(key, record);
    bytes += key.length + record.byteLength;
    if (bytes < PART_BYTES) continue;
    yield records;
    records = new Map();
    bytes = 0;
  }
  yield records;
}

/** So that the file's new name is on disk too, where folders can be opened. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r').catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}
