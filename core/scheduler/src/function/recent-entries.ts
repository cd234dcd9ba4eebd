/** The latest entries of each name, and never more than so many of all names together: then those of the name that was heard of longest ago go. */
export class RecentEntries<Entry> {
  /** The name that was heard of last stands last. */
  private readonly byName = new Map<string, Entry[]>();
  private total = 0;

  constructor(
    private readonly perName: number,
    private readonly inAll: number,
  ) {}

  add(name: string, entry: Entry): void {
    const entries = this.byName.get(name) ?? [];
    this.byName.delete(name);
    this.byName.set(name, entries);
    entries.push(entry);
    this.total++;
    // Cut by halves, so that a full list does not move at each entry.
    if (entries.length >= this.perName * 2) this.total -= entries.splice(0, entries.length - this.perName).length;
    for (const [oldest, gone] of this.byName) {
      if (this.total <= this.inAll || this.byName.size === 1) return;
      this.byName.delete(oldest);
      this.total -= gone.length;
    }
  }

  /** Oldest first. */
  of(name: string): readonly Entry[] {
    return (this.byName.get(name) ?? []).slice(-this.perName);
  }

  names(): readonly string[] {
    return [...this.byName.keys()];
  }
}
