import { resourcesError } from '@arbalest/spi';

/** Tries of one key that wait for their turn. */
const MOST_WAITING = 100;

/** Lets what belongs together happen one after the other. */
export class LoginTurns {
  readonly #last = new Map<string, { readonly done: Promise<unknown>; waiting: number }>();

  /** @throws resources error `LOGIN_TRIES` when too many wait already; else what `work` throws */
  take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key);
    const waiting = (before?.waiting ?? 0) + 1;
    if (waiting > MOST_WAITING) return Promise.reject(resourcesError('LOGIN_TRIES', 'Too many logins at once; try again in a moment'));
    const turn = (before?.done ?? Promise.resolve()).then(work);
    const entry = { done: turn.catch(() => undefined), waiting };
    this.#last.set(key, entry);
    void entry.done.then(() => {
      const now = this.#last.get(key);
      if (now === entry) this.#last.delete(key);
      else if (now) now.waiting--;
    });
    return turn;
  }
}
