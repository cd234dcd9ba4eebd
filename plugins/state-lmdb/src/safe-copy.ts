import type { Clock, Log } from '@arbalest/spi';
import type { Environment } from './databases.js';
import type { OwnerPlace } from './owner.js';
import { decodeEntry } from './records.js';

/** Between writes of what nobody waits for. */
const INTERVAL_MS = 1_000;
/** What may wait at most before it is written without delay. */
const PENDING_BYTES = 16 * 1024 * 1024;
const REVISION = Buffer.from('revision');
const OWNER = Buffer.from('owner');

/**
 * What survives the machine: a copy of the entries in an environment that LMDB flushes to disk, some moment old, brought up to date in one transaction for
 * many of the live state. So those need not wait for the disk, and what is on disk is one moment's state always.
 */
export class SafeCopy {
  private pending = new Map<string, Buffer | undefined>();
  private pendingBytes = 0;
  private revision: bigint;
  private keptRevision: bigint;
  private writing: Promise<void> = Promise.resolve();
  /** A write that has not begun, and so will hold all that is pending when it does. */
  private queued: Promise<void> | undefined;
  private cancelTimer: (() => void) | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.keptRevision = environment.about.get(REVISION)?.readBigUInt64BE(0) ?? 0n;
    this.revision = this.keptRevision;
  }

  /** Of the state that is on disk; 0 when there is none. */
  get onDisk(): bigint {
    return this.keptRevision;
  }

  get ownerPlace(): OwnerPlace {
    const { about, root } = this.environment;
    return {
      read: () => about.get(OWNER),
      replace: (before, after) =>
        root.transactionSync(() => {
          const now = about.get(OWNER);
          const isSame = before === undefined || now === undefined ? before === now : before.equals(now);
          if (isSame) void about.put(OWNER, after);
          return isSame;
        }),
    };
  }

  entries(): Iterable<{ readonly key: Buffer; readonly value: Buffer }> {
    return this.environment.entries.getRange();
  }

  /** Notes how the live state differs from what is on disk, after another process than this one wrote to it last. */
  compare(live: Environment, revision: bigint): void {
    for (const key of this.environment.entries.getKeys()) {
      if (!live.entries.doesExist(key)) this.note(Buffer.from(key).toString(), undefined);
    }
    for (const { key, value } of live.entries.getRange()) {
      if (decodeEntry(value).revision > this.keptRevision) this.note(Buffer.from(key).toString(), value);
    }
    this.revision = revision;
  }

  note(key: string, record: Buffer | undefined): void {
    this.pendingBytes += record?.byteLength ?? 0;
    this.pending.set(key, record);
  }

  /** The live state has this revision, and all of its changes were noted. */
  reached(revision: bigint): void {
    this.revision = revision;
    if (this.pendingBytes > PENDING_BYTES) this.flushUnasked();
    else this.cancelTimer ??= this.clock.schedule(INTERVAL_MS, () => this.flushUnasked());
  }

  /** Resolves when all that was noted before is on disk. */
  flush(): Promise<void> {
    if (this.queued) return this.queued;
    const queued = this.writing
      .catch(() => {})
      .then(() => {
        this.queued = undefined;
        return (this.writing = this.write());
      });
    return (this.queued = queued);
  }

  async close(): Promise<void> {
    await this.flush().catch((error: unknown) => this.warn(error));
    this.cancelTimer?.();
    await this.environment.root.close();
  }

  private flushUnasked(): void {
    this.flush().catch((error: unknown) => {
      this.warn(error);
      this.reached(this.revision);
    });
  }

  private async write(): Promise<void> {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    const { pending, revision, pendingBytes } = this;
    if (pending.size === 0 && revision === this.keptRevision) return;
    this.pending = new Map();
    this.pendingBytes = 0;
    try {
      await this.environment.root.transaction(() => this.put(pending, revision));
      await this.environment.root.flushed;
      this.keptRevision = revision;
    } catch (error) {
      this.pending = new Map([...pending, ...this.pending]);
      this.pendingBytes += pendingBytes;
      throw error;
    }
  }

  private put(records: ReadonlyMap<string, Buffer | undefined>, revision: bigint): void {
    const { entries, about } = this.environment;
    for (const [key, record] of records) void (record ? entries.put(Buffer.from(key), record) : entries.remove(Buffer.from(key)));
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64BE(revision);
    void about.put(REVISION, bytes);
  }

  private warn(error: unknown): void {
    this.log.warn('State could not be flushed to disk; it would be lost with the machine', { cause: (error as Error).message });
  }
}
