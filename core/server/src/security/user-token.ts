import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Principal, userError } from '@arbalest/spi';

/** Of tokens that are made now; one of another form is none. */
const FORM = 'arb1';

/** What a user shows who has logged in: who it is and until when, signed. Nobody has to keep it. */
export function signUserToken({ name, groups }: Principal, expiresMs: number, key: Uint8Array): string {
  const said = Buffer.from(JSON.stringify({ name, groups, expiresMs })).toString('base64url');
  return `${FORM}.${said}.${signature(said, key).toString('base64url')}`;
}

/**
 * @param now milliseconds since 1970
 * @throws user error `TOKEN_INVALID` for what was not signed with this key, `TOKEN_EXPIRED`
 */
export function verifyUserToken(token: string, key: Uint8Array, now: number): Principal {
  const [form, said = '', signed = '', ...more] = token.split('.');
  const shown = Buffer.from(signed, 'base64url');
  const right = signature(said, key);
  if (form !== FORM || more.length > 0 || shown.length !== right.length || !timingSafeEqual(shown, right)) throw invalid();
  const { name, groups, expiresMs } = JSON.parse(Buffer.from(said, 'base64url').toString()) as Principal & { readonly expiresMs: number };
  if (expiresMs <= now) throw userError('TOKEN_EXPIRED', 'The login has expired; log in again');
  return { name, groups };
}

function signature(said: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`${FORM}.${said}`).digest();
}

function invalid() {
  return userError('TOKEN_INVALID', 'The token was not given out by this cluster; log in, or look whether it is the right one');
}
