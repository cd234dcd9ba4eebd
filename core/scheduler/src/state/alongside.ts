import { AsyncLocalStorage } from 'node:async_hooks';
import type { StateWrite } from '@arbalest/spi';

/** What is written in the same transaction as a change that a statement makes. */
export interface Alongside {
  /** Called before the transaction: what it depends on is in the store then. */
  ready(): Promise<void>;
  writes(): readonly StateWrite[];
  /** The transaction was applied. */
  applied(): void;
}

const current = new AsyncLocalStorage<Alongside>();

/**
 * Everything that `run` changes through a fenced store is changed together with `alongside`, also by a plugin that knows nothing of it: so a statement that was
 * submitted again is known to have been carried out, or not.
 */
export function runAlongside<Result>(alongside: Alongside, run: () => Result): Result {
  return current.run(alongside, run);
}

export function alongside(): Alongside | undefined {
  return current.getStore();
}
