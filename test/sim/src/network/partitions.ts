interface HeldMessage {
  readonly from: string;
  readonly to: string;
  readonly send: () => void;
}

/** Which processes cannot reach which, and what they have sent each other meanwhile. */
export class Partitions {
  private readonly apart = new Map<string, number>();
  private held: HeldMessage[] = [];

  /** @param onSplit called with the names of one side */
  constructor(private readonly onSplit: (names: readonly string[]) => void) {}

  /** @returns heals it */
  split(one: readonly string[], other: readonly string[]): () => void {
    const pairs = one.flatMap((a) => other.filter((b) => b !== a).map((b) => pair(a, b)));
    for (const key of pairs) this.apart.set(key, (this.apart.get(key) ?? 0) + 1);
    this.onSplit(one);
    let isHealed = false;
    return () => {
      if (isHealed) return;
      isHealed = true;
      for (const key of pairs) this.unite(key);
      this.release();
    };
  }

  areApart(a: string, b: string): boolean {
    return this.apart.size > 0 && this.apart.has(pair(a, b));
  }

  /** Keeps a message until the two can reach each other again. */
  hold(from: string, to: string, send: () => void): void {
    this.held.push({ from, to, send });
  }

  private unite(key: string): void {
    const left = this.apart.get(key)! - 1;
    if (left === 0) this.apart.delete(key);
    else this.apart.set(key, left);
  }

  private release(): void {
    const free = this.held.filter(({ from, to }) => !this.areApart(from, to));
    this.held = this.held.filter(({ from, to }) => this.areApart(from, to));
    for (const { send } of free) send();
  }
}

function pair(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
