import type { Authenticator } from '@arbalest/spi';
import { expect, it } from 'vitest';
import { within } from '../deadline.js';
import { never } from '../never.js';
import { inAnotherKind, nearly, unknown } from './credentials.js';
import type { AuthenticatorSubject } from './subject.js';

export function authenticatorAnswers(authenticator: () => Authenticator, { good, bad = [] }: AuthenticatorSubject): void {
  const ask = (credentials: Parameters<Authenticator['authenticate']>[0]) =>
    within('An answer', authenticator().authenticate(credentials, never), 60_000);

  it('says who good credentials belong to, with name and groups', async () => {
    expect(good.length, 'the subject has good credentials').toBeGreaterThan(0);
    for (const { credentials, principal } of good) {
      const found = await ask(credentials);
      expect(found?.name).toBe(principal.name);
      expect([...(found?.groups ?? ['none'])].toSorted()).toEqual([...principal.groups].toSorted());
    }
  });

  it('has no answer for somebody it does not know', async () => {
    for (const { credentials } of good) expect(await ask(unknown(credentials))).toBeUndefined();
  });

  it('has no answer for credentials that are nearly good, empty or absurd', { timeout: 120_000 }, async () => {
    for (const { credentials } of good)
      for (const wrong of nearly(credentials)) expect(await ask(wrong), JSON.stringify(wrong).slice(0, 80)).toBeUndefined();
  });

  it('has no answer for a good secret that is offered as one of another kind', async () => {
    const names = new Set(good.map(({ credentials }) => JSON.stringify(credentials)));
    for (const { credentials } of good) {
      for (const other of inAnotherKind(credentials))
        if (!names.has(JSON.stringify(other))) expect(await ask(other), JSON.stringify(other)).toBeUndefined();
    }
  });

  it('has no answer for one user\u2019s name with another one\u2019s secret', async () => {
    const basics = good.map(({ credentials }) => credentials).filter((credentials) => credentials.kind === 'basic');
    for (const { user } of basics) {
      for (const { password } of basics.filter((other) => other.user !== user && other.password !== passwordOf(user)))
        expect(await ask({ kind: 'basic', user, password })).toBeUndefined();
    }
    function passwordOf(name: string) {
      return basics.find(({ user }) => user === name)?.password;
    }
  });

  it('has no answer for the credentials that the subject says are bad', async () => {
    for (const credentials of bad) expect(await ask(credentials), JSON.stringify(credentials)).toBeUndefined();
  });

  it('says the same again, and to several at once', async () => {
    const asked = [...good, ...good].flatMap(({ credentials, principal }) => [
      { credentials, name: principal.name },
      { credentials: unknown(credentials), name: undefined },
    ]);
    const answers = await Promise.all(asked.map(({ credentials }) => ask(credentials)));
    expect(answers.map((found) => found?.name)).toEqual(asked.map(({ name }) => name));
  });
}
