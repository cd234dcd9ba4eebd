import { expect, it } from 'vitest';
import { rejection } from '../deadline.js';
import type { AuthenticatorSubject, OpenAuthenticator } from './subject.js';

export function authenticatorStopping(here: () => OpenAuthenticator, { good }: AuthenticatorSubject): void {
  it('lets nobody in once its signal has aborted', async () => {
    for (const { credentials } of good)
      await rejection('Asking, with a signal that has aborted', here().authenticator.authenticate(credentials, AbortSignal.abort()));
  });

  it('gives up when its signal aborts, and rejects rather than says no when it cannot tell', async () => {
    const open = here();
    if (open.stall === undefined) return;
    const { authenticator } = open;
    const resume = await open.stall();
    try {
      const controller = new AbortController();
      const asking = authenticator.authenticate(good[0]!.credentials, controller.signal);
      setTimeout(() => controller.abort(), 100);
      await rejection('Asking, once the signal has aborted', asking);
    } finally {
      await resume();
    }
    expect((await authenticator.authenticate(good[0]!.credentials, new AbortController().signal))?.name).toBe(good[0]!.principal.name);
  });
}
