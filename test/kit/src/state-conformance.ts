import type { StateStore } from '@arbalest/spi';
import { afterAll, beforeAll, describe } from 'vitest';
import { stateCrashes } from './state-conformance/crashes.js';
import { stateLeases } from './state-conformance/leases.js';
import { stateLimits } from './state-conformance/limits.js';
import { stateRanges } from './state-conformance/ranges.js';
import type { StatePlace, StateSubject } from './state-conformance/subject.js';
import { stateTransactions } from './state-conformance/transactions.js';
import { stateWatches } from './state-conformance/watches.js';

export interface StateConformance {
  readonly name: string;
  /** A place with no key in it. */
  readonly place: () => Promise<StatePlace>;
  /** Whether keys are there after the store was closed and opened again. */
  readonly durable: boolean;
  /** Length of the leases in the tests, which wait for some of them. Milliseconds. @default 1000 */
  readonly leaseMs?: number;
}

/** What every state store must do, ours and strangers' alike. Run it in a test file of the store. */
export function stateConformance({ name, place: makePlace, durable, leaseMs = 1_000 }: StateConformance): void {
  describe(`state store ${name}`, () => {
    let place: StatePlace;
    let store: StateStore;
    const subject: StateSubject = {
      get store() {
        return store;
      },
      get place() {
        return place;
      },
      durable,
      leaseMs,
      async reopen() {
        await store.close();
        store = await place.open();
      },
    };

    beforeAll(async () => {
      place = await makePlace();
      store = await place.open();
    }, 120_000);

    afterAll(async () => {
      await store?.close();
      await place?.[Symbol.asyncDispose]();
    }, 60_000);

    stateTransactions(subject);
    stateRanges(subject);
    stateWatches(subject);
    stateLeases(subject);
    stateLimits(subject);
    if (durable) stateCrashes(subject);
  });
}
