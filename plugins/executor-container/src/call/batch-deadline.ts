/**
 * The time that the first batch in line may take. Runs while a batch is in line and nobody waits for the reader of its answers; begins anew with each batch.
 */
export class BatchDeadline {
  readonly #limitMs: number;
  readonly #expired: () => void;
  #timer: NodeJS.Timeout | undefined;
  #left = 0;
  #since = 0;

  /** @param limitMs 0 = no limit */
  constructor(limitMs: number, expired: () => void) {
    this.#limitMs = limitMs;
    this.#expired = expired;
  }

  start(): void {
    this.#left = this.#limitMs;
    this.resume();
  }

  pause(): void {
    if (this.#timer === undefined) return;
    this.#left = Math.max(1, this.#left - (performance.now() - this.#since));
    this.stop();
  }

  resume(): void {
    clearTimeout(this.#timer);
    if (this.#limitMs === 0) return;
    this.#since = performance.now();
    this.#timer = setTimeout(() => this.#checkAgain(), this.#left);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** After this process itself was held up, timers come before the answers that have arrived meanwhile: those are taken in first. */
  #checkAgain(): void {
    const timer = this.#timer;
    setImmediate(() => setImmediate(() => timer === this.#timer && timer !== undefined && this.#expired()));
  }
}
