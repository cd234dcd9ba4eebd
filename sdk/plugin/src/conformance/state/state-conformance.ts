import type { StateStore } from '@arbalest/spi';
import { afterAll, beforeAll, describe } from 'vitest';
import { stateCrashes } from './crashes.js';
import { stateLeases } from './leases.js';
import { stateLimits } from './limits.js';
import { stateRanges } from './ranges.js';
import type { StatePlace, StateUnderTest } from './subject.js';
import { stateTransactions } from './transactions.js';
import { stateWatches } from './watches.js';

export interface StateSubject {
  /** A place with no key in it. */
  readonly place: () => Promise<StatePlace>;
  /** Whether keys are there after the store was closed and opened again. */
  readonly durable: boolean;
  /** Length of the leases in the tests, which wait for some of them. Milliseconds. @default 1000 */
  readonly leaseMs?: number;
}

/** What every state store must do, ours and strangers' alike. Run it in a test file of the store. */
export function stateConformance(name: string, { place: makePlace, durable, leaseMs = 1_000 }: StateSubject): void {
  describe(`state store ${name}`, () => {
    let place: StatePlace;
    let store: StateStore;
    const subject: StateUnderTest = {
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
