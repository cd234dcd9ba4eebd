import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@arbalest/spi';
import type { Etcd3, IOptions } from 'etcd3';
import { definiteError, unavailable } from './etcd-errors.js';

export interface MemberAuth {
  readonly username: string;
  readonly password: string;
}

export interface MembersOptions {
  readonly endpoints: readonly string[];
  /** Asked for once, before the first connection. */
  readonly auth?: () => Promise<MemberAuth>;
  readonly tls?: () => { readonly rootCertificate: Buffer; readonly privateKey?: Buffer; readonly certChain?: Buffer };
  /** How long one member may take to answer before the next is asked. Milliseconds; it grows with each round. */
  readonly attemptMs: number;
  /** How long all of them together may take. */
  readonly requestMs: number;
  readonly clock: Clock;
}

/** For a call of gRPC: when it is given up. */
export interface CallOptions {
  readonly deadline: number;
}

export type Member = Pick<Etcd3, 'kv' | 'leaseClient' | 'watchClient' | 'close'>;

const PAUSE_MS = 100;
/** etcd's answers have no limit of their own; those of gRPC's client would be 4 MiB. */
const GRPC_OPTIONS = {
  'grpc.max_receive_message_length': -1,
  'grpc.max_send_message_length': -1,
  'grpc.initial_reconnect_backoff_ms': 100,
  'grpc.max_reconnect_backoff_ms': 1_000,
};

/**
 * The members of a cluster, each with a client of its own: the one that answered last is asked first, and when it does not answer soon enough, the others in
 * turn. What a lost answer means is for the caller to know.
 */
export class Members {
  private preferred = 0;

  private constructor(
    private readonly members: readonly Member[],
    private readonly options: MembersOptions,
  ) {}

  static async connect(options: MembersOptions): Promise<Members> {
    const { default: etcd3 } = await import('etcd3');
    const auth = await options.auth?.();
    return new Members(
      options.endpoints.map((endpoint) => new etcd3.Etcd3(clientOptions(endpoint, options, auth))),
      options,
    );
  }

  get endpoints(): readonly string[] {
    return this.options.endpoints;
  }

  get attemptMs(): number {
    return this.options.attemptMs;
  }

  /** For streams: each call answers with another one, beginning with the one that answered last. */
  inTurn(): () => Member {
    let index = this.preferred;
    return () => this.members[index++ % this.members.length]!;
  }

  /**
   * @param what completes "No etcd member could …"
   * @throws what etcd says for good; transient error `STATE_UNAVAILABLE` when no member answered in time
   */
  async call<T>(what: string, attempt: (member: Member, options: CallOptions) => Promise<T>, totalMs = this.options.requestMs): Promise<T> {
    const { clock, attemptMs } = this.options;
    const end = clock.monotonic() + totalMs;
    const first = this.preferred;
    for (let tries = 0; ; tries++) {
      const round = Math.floor(tries / this.members.length);
      if (tries > 0 && tries % this.members.length === 0) await sleep(PAUSE_MS);
      const index = (first + tries) % this.members.length;
      const ms = Math.max(1, Math.min(attemptMs * (1 + round), end - clock.monotonic()));
      try {
        const answer = await this.within(ms, attempt(this.members[index]!, { deadline: Date.now() + ms }));
        this.preferred = index;
        return answer;
      } catch (error) {
        const definite = definiteError(error);
        if (definite) throw definite;
        if (clock.monotonic() + PAUSE_MS >= end) throw unavailable(what, this.endpoints, error);
      }
    }
  }

  close(): void {
    for (const member of this.members) member.close();
  }

  /** gRPC's deadlines go by the time of day, which may jump. */
  private within<T>(ms: number, answer: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const cancel = this.options.clock.schedule(ms + PAUSE_MS, () => reject(new Error(`no answer within ${Math.round(ms)} ms`)));
      answer.then(resolve, reject).finally(cancel);
    });
  }
}

/** Without etcd3's own retries and circuit breakers: which member is asked, and how often, is decided here. */
function clientOptions(endpoint: string, { tls, attemptMs }: MembersOptions, auth: MemberAuth | undefined): IOptions {
  const once = { execute: async (work: (context: { signal: AbortSignal }) => unknown) => work({ signal: new AbortController().signal }) };
  const policy = once as unknown as NonNullable<NonNullable<IOptions['faultHandling']>['global']>;
  return {
    hosts: [endpoint],
    grpcOptions: GRPC_OPTIONS,
    faultHandling: { host: () => policy, global: policy },
    ...(tls ? { credentials: tls() } : {}),
    ...(auth ? { auth: { ...auth, callOptions: () => ({ deadline: Date.now() + attemptMs }) } } : {}),
  };
}
