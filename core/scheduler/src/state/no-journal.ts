import type { StateStore } from '@arbalest/spi';
import type { Journal } from './journal.js';

/** For a scheduler whose jobs end with its process: nothing of them is written, and nothing waits. */
export function noJournal(state: Pick<StateStore, 'commit'>): Journal {
  return {
    changed: () => undefined,
    kept: () => Promise.resolve(),
    keptEventually: () => Promise.resolve(),
    isKept: true,
    commit: (transaction) => state.commit(transaction),
  };
}
