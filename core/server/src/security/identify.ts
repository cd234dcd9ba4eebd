import { type CertificateSubject, type Login, type Principal, userError } from '@arbalest/spi';
import { isOfCluster } from './cluster-certificate.js';
import type { ClusterToken } from './cluster-token.js';
import type { Identity, Shown } from './identity.js';

export interface IdentifyOptions {
  readonly token?: ClusterToken;
  readonly login: Login;
  /** @throws user error `LOGIN_FAILED` */
  readonly userOf: (subject: CertificateSubject) => Promise<Principal>;
}

/**
 * Who makes a call to a process that is protected. What the headers show goes before the certificate.
 *
 * @throws user errors `CREDENTIALS_MISSING`, `LOGIN_FAILED`, `TOKEN_INVALID`, `TOKEN_EXPIRED`; resources error `LOGIN_TRIES`
 */
export async function identify(shown: Shown, { token, login, userOf }: IdentifyOptions): Promise<Identity> {
  const { authorization, certificate, behalf } = shown;
  const cluster = (): Identity => ({ kind: 'cluster', ...(behalf ? { principal: behalfOf(behalf) } : {}) });
  const [, scheme = '', credentials = ''] = /^(Basic|Bearer) +(\S+)$/i.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') {
    if (token?.matches(credentials)) return cluster();
    return { kind: 'user', principal: await login.principal(credentials) };
  }
  if (scheme.toLowerCase() === 'basic' && login.isRequired) {
    const loggedIn = await login.login(basic(credentials), shown.peer);
    return { kind: 'user', principal: loggedIn.principal, loggedIn };
  }
  if (certificate) return isOfCluster(certificate) ? cluster() : { kind: 'user', principal: await userOf(certificate) };
  throw missing(login.isRequired, token !== undefined);
}

function basic(credentials: string): { readonly kind: 'basic'; readonly user: string; readonly password: string } {
  const text = Buffer.from(credentials, 'base64').toString();
  const colon = text.indexOf(':');
  return { kind: 'basic', user: text.slice(0, Math.max(0, colon)), password: text.slice(colon + 1) };
}

function behalfOf(json: string): Principal {
  const { name, groups } = JSON.parse(json) as Principal;
  return { name, groups };
}

function missing(users: boolean, token: boolean) {
  const ways = [...(users ? ['a user and a password (--user)'] : []), ...(token ? ['the token of the cluster (--token-file)'] : [])];
  return userError(
    'CREDENTIALS_MISSING',
    `Whoever calls has to say who it is: show ${ways.join(', or ') || 'a certificate of the cluster'}`,
  );
}
