import type { ResultPart } from './messages.js';

/**
 * The parts of a result as they are announced: by their position, the newest attempt of each. It holds where a part lies, or a small part
 * itself, never bulk data, so it needs no bound. One reader.
 */
export class ResultParts {
  readonly #parts: (ResultPart | undefined)[] = [];
  #end: { readonly error?: unknown } | undefined;
  #wake: (() => void) | undefined;
  #watched: { readonly index: number; readonly attempt: number; readonly onNewer: () => void } | undefined;

  announce(part: ResultPart): void {
    const { index = 0, attempt = 0 } = numbers(part);
    const known = this.#parts[index];
    if (known !== undefined && numbers(known).attempt >= attempt) return;
    this.#parts[index] = part;
    this.#wake?.();
    const watched = this.#watched;
    if (watched?.index === index && attempt > watched.attempt) watched.onNewer();
  }

  /** Nothing more will be announced. */
  end(): void {
    this.#end ??= {};
    this.#wake?.();
  }

  /** Fails the reader at once, also when all has been announced, or when it reads a part that is watched. */
  fail(error: unknown): void {
    this.#end = { error };
    this.#wake?.();
    this.#watched?.onNewer();
  }

  /** The part at `index`, of an attempt after `after`; waits for it. Undefined when there is none and will be none. */
  async take(index: number, after = -1): Promise<ResultPart | undefined> {
    for (;;) {
      if (this.#end !== undefined && 'error' in this.#end) throw this.#end.error;
      const part = this.#parts[index];
      if (part !== undefined && numbers(part).attempt > after) return part;
      if (this.#end !== undefined) return undefined;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** Calls `onNewer` when the part is announced again: what is being read has been lost. Ends the watch before it. */
  watch(part: ResultPart, onNewer: () => void): void {
    this.#watched = { ...numbers(part), onNewer };
  }

  /** Forgets a part that has been read. */
  drop(index: number): void {
    this.#watched = undefined;
    const part = this.#parts[index];
    if (part !== undefined) this.#parts[index] = { ...part, inline: null, attempt: Number.MAX_SAFE_INTEGER };
  }
}

export function runOf({ run }: ResultPart): number {
  return run ?? 0;
}

export function attemptOf(part: ResultPart): number {
  return numbers(part).attempt;
}

function numbers({ index, attempt }: ResultPart): { readonly index: number; readonly attempt: number } {
  return { index: index ?? 0, attempt: attempt ?? 0 };
}
