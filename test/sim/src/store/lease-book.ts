import type { StateLease } from '@arbalest/spi';
import type { SimProcess } from '../engine/sim-process.js';

interface Entry {
  readonly lease: StateLease;
  readonly ttlMs: number;
  until: number;
  cancelTimer: () => void;
}

/** Leases as a store of its own keeps them: whoever does not say in time that it lives loses what it holds. */
export class LeaseBook {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly process: SimProcess,
    private readonly onExpired: (id: string) => void,
  ) {}

  add(lease: StateLease, ttlMs: number): void {
    const entry = { lease, ttlMs, until: 0, cancelTimer: () => {} };
    this.entries.set(lease.id, entry);
    this.extend(entry);
  }

  /** @returns false when it is gone */
  keepAlive(id: string): boolean {
    const entry = this.entries.get(id);
    if (!entry) return false;
    entry.cancelTimer();
    this.extend(entry);
    return true;
  }

  end(id: string): void {
    const entry = this.entries.get(id);
    if (!entry) return;
    entry.cancelTimer();
    this.entries.delete(id);
    this.onExpired(id);
    void entry.lease.release();
  }

  private extend(entry: Entry): void {
    entry.cancelTimer = this.process.clock.schedule(entry.ttlMs, () => this.end(entry.lease.id));
  }
}
