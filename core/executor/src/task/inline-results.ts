import type { arbalest } from '@arbalest/proto';

/** Results that were sent with their task's status, by task, in the order in which they came: kept to be sent again, within a budget. */
export class InlineResults {
  readonly #bytes = new Map<string, number>();
  #total = 0;

  constructor(private readonly budget: number) {}

  /** @returns the oldest tasks, whose results no longer fit */
  add(task: string, { inline }: arbalest.scheduler.v1.ITaskStatus): readonly string[] {
    if (!inline) return [];
    const bytes = (inline.batches ?? []).reduce(
      (sum, { metadata, body }) => sum + (metadata?.byteLength ?? 0) + (body?.byteLength ?? 0),
      0,
    );
    this.#bytes.set(task, bytes);
    this.#total += bytes;
    const evicted: string[] = [];
    // The newest is kept whatever its size: nobody may have heard of it yet.
    for (const oldest of this.#bytes.keys()) {
      if (this.#total <= this.budget || oldest === task) break;
      this.remove(oldest);
      evicted.push(oldest);
    }
    return evicted;
  }

  remove(task: string): void {
    this.#total -= this.#bytes.get(task) ?? 0;
    this.#bytes.delete(task);
  }
}
