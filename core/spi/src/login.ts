import type { Credentials, Principal } from './authenticator.js';

/**
 * Lets users in, for gateways: whatever way they come in, they are asked for the same, and wrong tries of all ways count together. Who was let in once shows
 * the token from then on, to any gateway or scheduler of the cluster.
 *
 * Errors never say whether it was the name or the secret that was wrong.
 */
export interface Login {
  /**
   * Whether calls must say who makes them. Otherwise nobody is told apart: calls are made without a principal, and whatever a client sends to show who it is may
   * be taken and must not be checked.
   */
  readonly isRequired: boolean;

  /**
   * Checks what a client shows. Takes longer after each wrong try from the same place, or for the same name.
   *
   * @param peer where the client is, as text of its transport, e.g. `10.0.0.7:51234`; tries are counted by its address
   * @throws user error `LOGIN_FAILED`; resources error `LOGIN_TRIES` when there were too many wrong tries and some time has to pass first
   */
  login(credentials: Credentials, peer: string, signal?: AbortSignal): Promise<LoggedIn>;

  /** Of a token that `login` gave out. @throws user error `TOKEN_INVALID`, `TOKEN_EXPIRED`: then `login` is the way */
  principal(token: string): Promise<Principal>;
}

export interface LoggedIn {
  readonly principal: Principal;
  /** For the header `authorization: Bearer …` of all further calls. Letters, digits, `.`, `-` and `_`. */
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresMs: number;
}

/** How the ways into this process are protected; the same for all of them. */
export interface ListenerSecurity {
  /** With which a listener answers; absent: without TLS. */
  readonly tls?: ListenerTls;

  /**
   * Called before listening. On loopback everything may be opened, elsewhere only what is protected by users, a token or client certificates.
   *
   * @param what for the message, e.g. `The Flight SQL gateway`
   * @throws user error `LISTENER_OPEN` that names the ways out
   */
  checkListener(host: string, what: string): void;

  /**
   * Who a client is by its certificate, which TLS has checked.
   *
   * @returns undefined for a process of the cluster: it may say itself on whose behalf it calls
   * @throws user error `LOGIN_FAILED` when no user is known by it
   */
  principalOf(subject: CertificateSubject): Promise<Principal | undefined>;
}

export interface ListenerTls {
  /** PEM, with those of the authorities in between. */
  readonly certificate: Uint8Array;
  /** PEM. */
  readonly privateKey: Uint8Array;
  /** PEM of the authorities whose client certificates are taken. When present, a client without a certificate is refused. */
  readonly clientAuthorities?: Uint8Array;
}

/** Of the parts of a certificate's subject, those that matter. */
export interface CertificateSubject {
  /** Common name. */
  readonly CN?: string | readonly string[];
  /** Organisational unit. */
  readonly OU?: string | readonly string[];
}
