import type { CertificateSubject, LoggedIn, Principal } from '@arbalest/spi';

/** Who makes a call. */
export type Identity =
  /** Nothing protects this process, so nobody is told apart. */
  | { readonly kind: 'anybody' }
  /** A process of the cluster, or its operator; on behalf of a user if it says so. */
  | { readonly kind: 'cluster'; readonly principal?: Principal }
  | { readonly kind: 'user'; readonly principal: Principal; /** When it has just logged in. */ readonly loggedIn?: LoggedIn };

/** What a call shows of who makes it. */
export interface Shown {
  /** The header of that name. */
  readonly authorization?: string | undefined;
  /** JSON of the principal on whose behalf a process of the cluster calls. */
  readonly behalf?: string | undefined;
  /** Of the client's certificate, where TLS asked for one and it was good. */
  readonly certificate?: CertificateSubject | undefined;
  readonly peer: string;
}

/** Header with the principal on whose behalf a process of the cluster calls; of others it is ignored. */
export const BEHALF_HEADER = 'arbalest-behalf';

export const ANYBODY: Identity = { kind: 'anybody' };

/** The user whose sessions and jobs the call is about; undefined: all of them. */
export function principalOf(identity: Identity): Principal | undefined {
  return identity.kind === 'anybody' ? undefined : identity.principal;
}
