import type { ExchangeStore } from './exchange-store.js';

/** The stores of this process by executor id, so that a reader in the same process takes batches by reference. */
const stores = new Map<string, ExchangeStore>();

/** Returns the way to take it out again. */
export function offerLocalStore(executor: string, store: ExchangeStore): () => void {
  stores.set(executor, store);
  return () => {
    if (stores.get(executor) === store) stores.delete(executor);
  };
}

export function localStore(executor: string): ExchangeStore | undefined {
  return stores.get(executor);
}
