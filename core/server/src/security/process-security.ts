import type { ArbalestConfig, Kernel, KernelOptions, SecurityConfig } from '@arbalest/kernel';
import {
  AUTHENTICATORS,
  type CertificateSubject,
  type ListenerSecurity,
  type ListenerTls,
  LISTENER_SECURITY,
  LOGIN,
  type Principal,
  SECRETS,
  userError,
} from '@arbalest/spi';
import { isOfCluster } from './cluster-certificate.js';
import { ClusterToken } from './cluster-token.js';
import { identify } from './identify.js';
import { ANYBODY, type Identity, type Shown } from './identity.js';
import { LaterLogin } from './later-login.js';
import { LoginDesk, loginFailed } from './login-desk.js';
import { isLoopback } from './loopback.js';
import { readTlsFiles, type TlsFiles } from './tls-files.js';

/** What takes the place of a token in the configuration, where one process starts all others. */
export interface MadeUpToken {
  readonly always?: string;
  /** Only where users have to log in: otherwise strangers on the same machine are let in, as without it. */
  readonly ifUsers?: string;
}

/** Who may come into this process, and how it goes to others. Made before the kernel, for plugins; opened once that has started. */
export class ProcessSecurity implements ListenerSecurity {
  readonly login = new LaterLogin();
  readonly #config: SecurityConfig;
  #token: ClusterToken | undefined;
  #files: TlsFiles | undefined;

  constructor(
    { security }: Pick<ArbalestConfig, 'security'>,
    private readonly made: MadeUpToken = {},
  ) {
    this.#config = security;
  }

  /** @throws user errors `SECRET_MISSING`, `TOKEN_WEAK`, `TLS_FILES`, `CLUSTER_UNPROTECTED` */
  async open(kernel: Pick<Kernel, 'services' | 'clock' | 'log'>): Promise<void> {
    const { token, tls, sessionHours, loginTries } = this.#config;
    const authenticators = kernel.services.all(AUTHENTICATORS);
    const made = authenticators.length > 0 ? this.made.ifUsers : this.made.always;
    const text = token ? await kernel.services.get(SECRETS).read(token) : made;
    this.#token = text === undefined ? undefined : new ClusterToken(text);
    this.#files = tls && (await readTlsFiles(tls));
    const { clock, log } = kernel;
    const key = this.#token?.key('logins');
    if (authenticators.length > 0 && !this.#token && !this.#files?.asksClients) throw nothingForExecutors();
    this.login.open(new LoginDesk({ authenticators, clock, log, sessionHours, tries: loginTries, ...(key ? { key } : {}) }));
  }

  /** For plugins. */
  readonly offer: NonNullable<KernelOptions['provide']> = (offer) => {
    offer(LOGIN, this.login);
    offer(LISTENER_SECURITY, this);
  };

  /** Whether strangers are kept out. */
  get isProtected(): boolean {
    return this.login.isRequired || this.#token !== undefined || this.#files?.asksClients === true;
  }

  get limits(): Pick<SecurityConfig, 'maxRequest' | 'maxStreams' | 'handshakeMs'> {
    return this.#config;
  }

  get token(): ClusterToken | undefined {
    return this.#token;
  }

  /** What this process shows, and whom it trusts, when it connects. */
  get files(): TlsFiles | undefined {
    return this.#files;
  }

  get tls(): ListenerTls | undefined {
    if (!this.#files) return undefined;
    const { certificate, privateKey, authorities, asksClients } = this.#files;
    return { certificate, privateKey, ...(asksClients && authorities ? { clientAuthorities: authorities } : {}) };
  }

  checkListener(host: string, what: string): void {
    if (isLoopback(host) || this.#config.insecure || this.isProtected) return;
    throw userError(
      'LISTENER_OPEN',
      `${what} would listen on ${host || 'all addresses'}, where others can reach it, and nothing would keep them out`,
      {
        notes: [
          'Give all processes of the cluster one token: security.token in the configuration, or ARBALEST_SECURITY__TOKEN__FILE',
          'Or ask for certificates: security.tls with clientCertificates "required"; arbalest certs init makes them',
          'Or say that others may come in: --insecure',
        ],
      },
    );
  }

  async principalOf(subject: CertificateSubject): Promise<Principal | undefined> {
    return isOfCluster(subject) ? undefined : this.#userOf(subject);
  }

  /** Who makes a call; see `identify`. */
  async identify(shown: Shown): Promise<Identity> {
    if (!this.isProtected) return ANYBODY;
    const token = this.#token;
    return identify(shown, { ...(token ? { token } : {}), login: this.login, userOf: (subject) => this.#userOf(subject) });
  }

  /** An authenticator knows more of a user than the certificate; without one it stands for itself. */
  async #userOf(subject: CertificateSubject): Promise<Principal> {
    const [CN] = [subject.CN].flat();
    if (!CN) throw loginFailed();
    if (!this.login.isRequired) return { name: CN, groups: [] };
    return this.login.certified(CN);
  }
}

function nothingForExecutors() {
  return userError(
    'CLUSTER_UNPROTECTED',
    'Users have to log in, but executors have nothing to show that they belong to the cluster: give security.token, or security.tls with clientCertificates "required"',
  );
}
