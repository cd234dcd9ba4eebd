import type { Credentials } from '@arbalest/spi';

const OTHER = 'no-such-one-4711';

/** Credentials like these of somebody who is not known. */
export function unknown(credentials: Credentials): Credentials {
  switch (credentials.kind) {
    case 'basic':
      return { ...credentials, user: OTHER };
    case 'bearer':
      return { kind: 'bearer', token: OTHER };
    case 'certificate':
      return { kind: 'certificate', subject: `CN=${OTHER}` };
  }
}

/** Credentials that are nearly these: what a guess, a cut or a slip makes of them. */
export function nearly(credentials: Credentials): readonly Credentials[] {
  switch (credentials.kind) {
    case 'basic': {
      const { user, password } = credentials;
      return [
        ...variations(password).map((wrong) => ({ kind: 'basic', user, password: wrong }) as const),
        ...variations(user).map((wrong) => ({ kind: 'basic', user: wrong, password }) as const),
        { kind: 'basic', user: '', password: '' },
      ];
    }
    case 'bearer':
      return variations(credentials.token).map((token) => ({ kind: 'bearer', token }));
    case 'certificate':
      return variations(credentials.subject).map((subject) => ({ kind: 'certificate', subject }));
  }
}

function variations(text: string): readonly string[] {
  return ['', text.slice(0, -1), `${text}x`, ` ${text}`, `${text} `, '*', '__proto__', 'constructor', 'x'.repeat(100_000)];
}

/** The same secret, offered in other ways than its own. */
export function inAnotherKind(credentials: Credentials): readonly Credentials[] {
  switch (credentials.kind) {
    case 'basic':
      return [
        { kind: 'bearer', token: credentials.password },
        { kind: 'certificate', subject: credentials.user },
        { kind: 'certificate', subject: `CN=${credentials.user}` },
      ];
    case 'bearer':
      return [
        { kind: 'basic', user: '', password: credentials.token },
        { kind: 'certificate', subject: credentials.token },
      ];
    case 'certificate':
      return [
        { kind: 'basic', user: credentials.subject, password: '' },
        { kind: 'bearer', token: credentials.subject },
      ];
  }
}
