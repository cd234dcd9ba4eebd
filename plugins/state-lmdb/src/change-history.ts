import { type StateChange, transientError } from '@arbalest/spi';
import type { Bytes } from './databases.js';
import { changeKey, decodeChange, encodeChange, revisionOfChange } from './records.js';

/** Changes and bytes that are remembered for watchers that begin in the past, at least and about. */
const REMEMBERED_CHANGES = 10_000;
const REMEMBERED_BYTES = 64 * 1024 * 1024;
/** Old changes that a transaction forgets at most, beyond two for each that it adds: no transaction pays for all. */
const FORGOTTEN_AT_ONCE = 32;
/** Changes that a watcher reads at once. */
const PAGE = 256;

export interface HistorySize {
  /** Revision of the newest change that was forgotten. */
  readonly forgotten: bigint;
  readonly changes: number;
  readonly bytes: number;
}

/** What has changed, in order, for whoever watches. */
export class ChangeHistory {
  private readonly waiting = new Set<() => void>();
  private closed = false;

  constructor(
    private readonly database: Bytes,
    private current: HistorySize,
  ) {}

  get size(): HistorySize {
    return this.current;
  }

  /** Within a transaction; what it returns is so once that has ended: `appended`. */
  append(revision: bigint, changes: readonly StateChange[]): HistorySize {
    let bytes = this.current.bytes;
    for (const [index, change] of changes.entries()) {
      const record = encodeChange(change);
      bytes += record.byteLength;
      void this.database.put(changeKey(revision, index), record);
    }
    return this.trim({ ...this.current, changes: this.current.changes + changes.length, bytes }, changes.length * 2 + FORGOTTEN_AT_ONCE);
  }

  appended(size: HistorySize): void {
    this.current = size;
    this.wakeAll();
  }

  close(): void {
    this.closed = true;
    this.wakeAll();
  }

  /** @throws transient error `STATE_COMPACTED` when changes from `fromRevision` on are no longer known: read the range, then watch from there */
  async *watch(prefix: string, fromRevision: bigint, signal: AbortSignal): AsyncGenerator<StateChange, void, undefined> {
    let next = changeKey(fromRevision < 0n ? 0n : fromRevision, 0);
    while (!signal.aborted && !this.closed) {
      if (revisionOfChange(next) <= this.current.forgotten) throw compacted(this.current.forgotten);
      const page = [...this.database.getRange({ start: next, limit: PAGE })].map(({ key, value }) => ({ key: Buffer.from(key), value }));
      for (const { key, value } of page) {
        const change = decodeChange(value);
        if (signal.aborted || this.closed) return;
        if (change.key.startsWith(prefix)) yield { kind: change.value ? 'put' : 'delete', ...change, revision: revisionOfChange(key) };
      }
      const last = page.at(-1);
      if (last) next = changeKey(revisionOfChange(last.key), last.key.readUInt32BE(8) + 1);
      else await this.nextChange(signal);
    }
  }

  private trim(size: HistorySize, most: number): HistorySize {
    if (size.changes <= REMEMBERED_CHANGES && size.bytes <= REMEMBERED_BYTES) return size;
    let { forgotten, changes, bytes } = size;
    for (const { key, value } of [...this.database.getRange({ limit: most })]) {
      if (changes <= REMEMBERED_CHANGES && bytes <= REMEMBERED_BYTES) break;
      forgotten = revisionOfChange(key);
      changes--;
      bytes -= value.byteLength;
      void this.database.remove(key);
    }
    return { forgotten, changes, bytes };
  }

  private nextChange(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  private wakeAll(): void {
    for (const wake of [...this.waiting]) wake();
  }
}

function compacted(forgotten: bigint) {
  return transientError('STATE_COMPACTED', `Changes before revision ${forgotten + 1n} are no longer known; read the keys again`);
}
