import type { Authenticator, Credentials, Principal } from '@arbalest/spi';

/** An authenticator as an author describes it to the suite. */
export interface AuthenticatorSubject {
  /** One that knows the users of `good`. */
  readonly open: () => Promise<OpenAuthenticator>;
  /** Credentials that are good, and whose they are; at least one. */
  readonly good: readonly GoodCredentials[];
  /** Credentials that are not good, beyond those that the suite makes of the good ones: an expired token, a user who was locked out. @default none */
  readonly bad?: readonly Credentials[];
}

export interface GoodCredentials {
  readonly credentials: Credentials;
  readonly principal: Principal;
}

export interface OpenAuthenticator {
  readonly authenticator: Authenticator;
  /**
   * Makes whatever the authenticator asks stop answering, until the returned function is called. Absent for those that ask nobody.
   */
  stall?(): Promise<() => Promise<void>>;
  close?(): Promise<void>;
}
