import type { SentBatch } from '../call/sent-batch.js';

/** A batch that is on its way, and the first of its rows among those that are sent. */
export interface SentPiece {
  readonly from: number;
  readonly sent: SentBatch;
}

/** Pieces in the order in which they were sent, for one reader who may come before or after them. */
export class SentPieces {
  readonly #pieces: SentPiece[] = [];
  #end: { readonly error?: unknown } | undefined;
  #wake: (() => void) | undefined;

  push(piece: SentPiece): void {
    this.#pieces.push(piece);
    this.#wake?.();
  }

  end(): void {
    this.#end = {};
    this.#wake?.();
  }

  /** What was pushed is still read. */
  fail(error: unknown): void {
    this.#end = { error };
    this.#wake?.();
  }

  /** Undefined after the last. */
  async next(): Promise<SentPiece | undefined> {
    while (this.#pieces.length === 0 && this.#end === undefined) await new Promise<void>((resolve) => (this.#wake = resolve));
    const piece = this.#pieces.shift();
    if (piece === undefined && this.#end !== undefined && 'error' in this.#end) throw this.#end.error;
    return piece;
  }
}
