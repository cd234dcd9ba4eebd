import type { StateCondition, StateEntry, StateStore, StateWrite } from '@arbalest/spi';

/** Written by every transaction of a journal. */
export const TURN_KEY = 'journal';

/**
 * Puts a journal's transactions in order: each is conditional on the one before it, by a key that all of them write. So one whose answer was lost is never
 * applied late, after others, and its own turn in the key tells whether it was applied.
 */
export class JournalTurn {
  /** Revision of the key; 0 = it is not there; undefined = not read yet. */
  private revision: bigint | undefined;
  private count = 0;

  constructor(
    private readonly state: StateStore,
    /** Tells this journal's turns from those of all others. */
    private readonly name: string,
  ) {}

  async prepare(): Promise<void> {
    if (this.revision === undefined) this.revision = (await this.state.get(TURN_KEY))?.revision ?? 0n;
  }

  condition(): StateCondition {
    return this.revision ? { kind: 'revision', key: TURN_KEY, revision: this.revision } : { kind: 'absent', key: TURN_KEY };
  }

  write(): StateWrite {
    return { kind: 'put', key: TURN_KEY, value: new TextEncoder().encode(this.text) };
  }

  applied(revision: bigint): void {
    this.revision = revision;
    this.count++;
  }

  /** Whose turn the store has seen last: the one before, this one, or one that this journal knows nothing of. */
  async last(): Promise<{ readonly seen: 'before' | 'other' } | { readonly seen: 'this'; readonly revision: bigint }> {
    const entry = await this.state.get(TURN_KEY);
    if ((entry?.revision ?? 0n) === this.revision) return { seen: 'before' };
    return entry && this.isThis(entry) ? { seen: 'this', revision: entry.revision } : { seen: 'other' };
  }

  private isThis({ value }: StateEntry): boolean {
    return new TextDecoder().decode(value) === this.text;
  }

  private get text(): string {
    return `${this.name}/${this.count + 1}`;
  }
}
