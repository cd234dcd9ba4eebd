/** Who is calling. Asked once per connection or token, not per request. */
export interface Authenticator {
  readonly id: string;
  /** Resolves to the principal, or undefined when these credentials are not good. Takes as long for a wrong name as for a wrong secret. */
  authenticate(credentials: Credentials, signal: AbortSignal): Promise<Principal | undefined>;
}

export type Credentials =
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'certificate'; readonly subject: string };

export interface Principal {
  readonly name: string;
  readonly groups: readonly string[];
}
