import type { Column } from '../arrow/column.js';
import type { Answer, PendingBatch } from './calls.js';

/** Answers that may wait for whoever reads them before the server is made to wait. */
const WAITING_BYTES = 16 * 1024 * 1024;

interface Waiter {
  readonly resolve: (answer: Answer | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** A batch that is in flight, from the side of the stream: answers are pushed, and wait until they are read. */
export class PendingAnswers implements PendingBatch {
  readonly #waiting: Answer[] = [];
  #waiter: Waiter | undefined;
  #roomMade: (() => void) | undefined;
  #waitingBytes = 0;
  #ended = false;
  #error: Error | undefined;
  /** Called when somebody begins to wait for an answer that is not there yet. */
  onWait: (() => void) | undefined;
  /** Of a table: the last row that an answer had. */
  lastMadeFrom = 0;

  constructor(
    readonly id: number,
    readonly rows: number,
    readonly columns: readonly Column[],
    readonly bytes: number,
  ) {}

  push(answer: Answer): void {
    if (answer.last) this.#ended = true;
    const waiter = this.#waiter;
    this.#waiter = undefined;
    if (waiter !== undefined) return waiter.resolve(answer);
    this.#waiting.push(answer);
    this.#waitingBytes += answer.bytes;
  }

  fail(error: Error): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#error = error;
    this.#waiter?.reject(error);
    this.#waiter = undefined;
    this.#makeRoom();
  }

  next(): Promise<Answer | undefined> {
    const answer = this.#waiting.shift();
    if (answer !== undefined) {
      this.#waitingBytes -= answer.bytes;
      if (this.#waitingBytes < WAITING_BYTES) this.#makeRoom();
      return Promise.resolve(answer);
    }
    if (this.#error !== undefined) return Promise.reject(this.#error);
    if (this.#ended) return Promise.resolve(undefined);
    this.onWait?.();
    return new Promise((resolve, reject) => (this.#waiter = { resolve, reject }));
  }

  get awaited(): boolean {
    return this.#waiter !== undefined;
  }

  /** Takes answers in beyond what should wait, because somebody waits for what comes behind them. */
  makeRoom(): void {
    this.#makeRoom();
  }

  /** Undefined when there is room for another answer, else what resolves once there is. */
  room(): Promise<void> | undefined {
    if (this.#waitingBytes < WAITING_BYTES || this.#error !== undefined) return undefined;
    return new Promise((resolve) => (this.#roomMade = resolve));
  }

  #makeRoom(): void {
    this.#roomMade?.();
    this.#roomMade = undefined;
  }
}
