const OWN_HOST = /^[\w+]+:\/\/(localhost|127\.|0\.0\.0\.0|\[::1?\])/;

/** Addresses of the schedulers of one cluster, and which to go to next. */
export class SchedulerAddresses {
  readonly #given: readonly string[];
  #all: readonly string[];
  #current: string;
  #hint: string | undefined;
  /** Named leaders that were followed since a scheduler last took us; two that name each other must not send us to and fro. */
  #hops = 0;

  /** @param given at least one; they are never forgotten */
  constructor(given: readonly string[]) {
    this.#given = given;
    this.#all = given;
    this.#current = given[0] ?? '';
  }

  get count(): number {
    return this.#all.length;
  }

  /** The one that took us last, the one that was named as the leader, or the next in turn. */
  get next(): string {
    return this.#hint ?? this.#current;
  }

  /** The scheduler at `next` has taken us. */
  took(): void {
    this.#current = this.next;
    this.#hint = undefined;
    this.#hops = 0;
  }

  /**
   * The one at `next` did not answer, or does not lead.
   *
   * @param leader the one that it named instead
   */
  failed(leader?: string | null): void {
    const tried = this.next;
    this.#hint = undefined;
    if (leader && leader !== tried && this.#isOfUse(leader) && this.#hops < this.count) {
      this.#hops++;
      this.#hint = leader;
    } else if (tried === this.#current) this.#current = this.#after(tried);
  }

  /** All that live now, as a scheduler says; those that were told before are forgotten. */
  learn(schedulers: readonly string[]): void {
    if (schedulers.length === 0) return;
    this.#all = [
      ...new Set([...this.#given, ...schedulers.filter((each) => this.#isOfUse(each)), ...(this.#current ? [this.#current] : [])]),
    ];
  }

  /** The own host's name for itself leads elsewhere from another host: it counts only where it was given too. */
  #isOfUse(address: string): boolean {
    return !OWN_HOST.test(address) || this.#given.some((given) => OWN_HOST.test(given));
  }

  #after(address: string): string {
    return this.#all[(this.#all.indexOf(address) + 1) % this.#all.length]!;
  }
}
