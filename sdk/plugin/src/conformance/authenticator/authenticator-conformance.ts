import type { Authenticator } from '@arbalest/spi';
import { afterAll, beforeAll, describe } from 'vitest';
import { authenticatorAnswers } from './answers.js';
import { authenticatorStopping } from './stopping.js';
import type { AuthenticatorSubject, OpenAuthenticator } from './subject.js';
import { authenticatorTiming } from './timing.js';

/** What every authenticator must do, ours and strangers' alike. Called at the top level of a test file of the authenticator. */
export function authenticatorConformance(name: string, subject: AuthenticatorSubject): void {
  describe(`authenticator ${name}`, () => {
    let open: OpenAuthenticator;
    const here = (): OpenAuthenticator => open;
    const authenticator = (): Authenticator => open.authenticator;

    beforeAll(async () => {
      open = await subject.open();
    }, 120_000);

    afterAll(async () => {
      await open?.close?.();
    }, 60_000);

    authenticatorAnswers(authenticator, subject);
    authenticatorTiming(authenticator, subject);
    authenticatorStopping(here, subject);
  });
}
