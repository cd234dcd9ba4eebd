import type { Clock } from '@arbalest/spi';

const FIRST_DELAY_MS = 1000;
const LONGEST_DELAY_MS = 60_000;
/** After so long without a wrong try everything is forgotten. */
const FORGET_MS = 15 * 60_000;
/** Those that were heard of longest ago go first: what is remembered of strangers is bounded. */
const MOST_REMEMBERED = 10_000;

interface Tries {
  readonly wrong: number;
  /** Monotonic milliseconds. */
  readonly last: number;
}

/** Wrong tries to log in, by whatever they are counted. In memory: each process counts what it sees. */
export class LoginTries {
  /** The one that was heard of last stands last. */
  readonly #byKey = new Map<string, Tries>();

  /** @param free wrong tries that cost no time */
  constructor(
    private readonly clock: Pick<Clock, 'monotonic'>,
    private readonly free: number,
  ) {}

  /** Milliseconds until the next try may be made; 0 = now. Grows twofold with each wrong one. */
  waitMs(key: string): number {
    const tries = this.#byKey.get(key);
    if (!tries || this.#isForgotten(tries) || tries.wrong < this.free) return 0;
    const delay = Math.min(FIRST_DELAY_MS * 2 ** (tries.wrong - this.free), LONGEST_DELAY_MS);
    return Math.max(0, Math.ceil(tries.last + delay - this.clock.monotonic()));
  }

  wrong(key: string): void {
    const before = this.#byKey.get(key);
    const wrong = before && !this.#isForgotten(before) ? before.wrong : 0;
    this.#byKey.delete(key);
    this.#byKey.set(key, { wrong: wrong + 1, last: this.clock.monotonic() });
    if (this.#byKey.size > MOST_REMEMBERED) this.#byKey.delete(this.#byKey.keys().next().value!);
  }

  /** Somebody has come in: what was wrong before was a slip. */
  right(key: string): void {
    this.#byKey.delete(key);
  }

  #isForgotten({ last }: Tries): boolean {
    return this.clock.monotonic() - last > FORGET_MS;
  }
}
