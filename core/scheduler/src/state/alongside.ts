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
/** Those under way. */
let running = 0;

/**
 * Everything that `run` changes through a fenced store is changed together with `alongside`, also by a plugin that knows nothing of it: so a statement that was
 * submitted again is known to have been carried out, or not.
 */
export async function runAlongside<Result>(alongside: Alongside, run: () => Promise<Result> | Result): Promise<Result> {
  running++;
  try {
    return await current.run(alongside, run);
  } finally {
    // As long as it is on, every promise of the process costs more.
    if (--running === 0) current.disable();
  }
}

export function alongside(): Alongside | undefined {
  return current.getStore();
}
