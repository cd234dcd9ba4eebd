import type { Authenticator, Credentials } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { never } from '../never.js';
import { unknown } from './credentials.js';
import type { AuthenticatorSubject } from './subject.js';

const TRIES = 9;
/** What is done for a wrong name takes at least this part of what is done for a wrong secret: leaving out the work of a hash takes next to nothing. */
const PART = 1 / 10;
/** Below this nobody can tell over a network, milliseconds. */
const TOO_SHORT_MS = 3;

export function authenticatorTiming(authenticator: () => Authenticator, { good }: AuthenticatorSubject): void {
  it('takes as long for a wrong name as for a wrong secret', { timeout: 120_000 }, async () => {
    for (const { credentials } of good) {
      if (credentials.kind !== 'basic') continue;
      const [name, secret] = await shortest([unknown(credentials), { ...credentials, password: `${credentials.password}x` }]);
      if (secret! > TOO_SHORT_MS) expect(name! / secret!, 'a wrong name, compared with a wrong secret').toBeGreaterThan(PART);
      if (name! > TOO_SHORT_MS) expect(secret! / name!, 'a wrong secret, compared with a wrong name').toBeGreaterThan(PART);
    }
  });

  /** The shortest of several tries, taken in turns, so that a busy machine hits both alike. */
  async function shortest(asked: readonly Credentials[]): Promise<number[]> {
    const best = asked.map(() => Infinity);
    for (let round = 0; round < TRIES; round++) {
      for (const [at, credentials] of asked.entries()) {
        const start = performance.now();
        await authenticator().authenticate(credentials, never);
        best[at] = Math.min(best[at]!, performance.now() - start);
      }
    }
    return best;
  }
}
