import type { Credentials, Principal } from '@arbalest/spi';
import { authenticatorConformance } from '../index.js';
import { ScryptAuthenticator } from '../reference/scrypt-authenticator.js';

const principal = { name: 'ada', groups: ['analysts'] };
const password = 'correct horse';

class TellsNamesByTime extends ScryptAuthenticator {
  override authenticate(credentials: Credentials, signal: AbortSignal): Promise<Principal | undefined> {
    if (credentials.kind === 'basic' && !this.users.has(credentials.user) && !signal.aborted) return Promise.resolve(undefined);
    return super.authenticate(credentials, signal);
  }
}

class TakesSpaces extends ScryptAuthenticator {
  override authenticate(credentials: Credentials, signal: AbortSignal): Promise<Principal | undefined> {
    return super.authenticate(
      credentials.kind === 'basic' ? { ...credentials, password: credentials.password.trim() } : credentials,
      signal,
    );
  }
}

class TakesPasswordsForTokens extends ScryptAuthenticator {
  override authenticate(credentials: Credentials, signal: AbortSignal): Promise<Principal | undefined> {
    return super.authenticate(
      credentials.kind === 'bearer' ? { kind: 'basic', user: 'ada', password: credentials.token } : credentials,
      signal,
    );
  }
}

class ForgetsGroups extends ScryptAuthenticator {
  override async authenticate(credentials: Credentials, signal: AbortSignal): Promise<Principal | undefined> {
    const found = await super.authenticate(credentials, signal);
    return found && { name: found.name, groups: [] };
  }
}

class HearsNoSignal extends ScryptAuthenticator {
  override authenticate(credentials: Credentials): Promise<Principal | undefined> {
    return super.authenticate(credentials, new AbortController().signal);
  }
}

for (const Wrong of [TellsNamesByTime, TakesSpaces, TakesPasswordsForTokens, ForgetsGroups, HearsNoSignal])
  authenticatorConformance(Wrong.name, {
    open: async () => ({ authenticator: await new Wrong().add(principal, password) }),
    good: [{ credentials: { kind: 'basic', user: 'ada', password }, principal }],
  });
