import { randomInt } from 'node:crypto';
import { type Clock, isArbalestError, type Log, type StateLease, transientError } from '@arbalest/spi';
import type { ILeaseKeepAliveResponse } from 'etcd3';
import type { CallOptions, Member, Members } from './members.js';

/** What `randomInt` takes at most. */
const MOST_ID = 2 ** 48 - 1;

interface Duplex {
  on(event: 'data', listener: (response: ILeaseKeepAliveResponse) => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  on(event: 'end', listener: () => void): this;
  write(request: { readonly ID: string }): boolean;
  end(): void;
}

/**
 * A lease that is trusted for as long as it lasts from the sending of the last message that kept it alive, by this process's own clock. etcd counts from when
 * it took that message, which is later, so it cannot give a key to somebody else before `lost` has resolved here.
 */
export class EtcdLease implements StateLease {
  readonly lost: Promise<void>;
  private tellLost!: () => void;
  private cancelBeat: () => void = () => {};
  private cancelEnd: () => void = () => {};
  private isOver = false;

  private constructor(
    readonly id: string,
    private readonly trustMs: number,
    private sentAt: number,
    private readonly members: Members,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.lost = new Promise((resolve) => (this.tellLost = resolve));
    this.trustUntil();
    this.beatLater(this.trustMs / 3);
  }

  static async grant(ttlMs: number, members: Members, clock: Clock, log: Log): Promise<EtcdLease> {
    let sentAt = 0;
    // etcd lends whole seconds.
    const seconds = Math.max(1, Math.ceil(ttlMs / 1000));
    const { ID, TTL } = await members.call('grant a lease', (member, options) => {
      sentAt = clock.monotonic();
      // Another id for each try: a lease whose answer was lost ends by itself. Ids of etcd's own have more digits than JavaScript's numbers.
      return member.leaseClient.leaseGrant({ TTL: seconds, ID: randomInt(1, MOST_ID) }, options);
    });
    return new EtcdLease(ID, Math.min(ttlMs, Number(TTL) * 1000), sentAt, members, clock, log);
  }

  async release(): Promise<void> {
    if (this.isOver) return;
    this.end();
    await this.members
      .call('revoke a lease', (member, options) => member.leaseClient.leaseRevoke({ ID: this.id }, options), this.trustMs)
      .catch((error: Error) => this.log.debug('A lease was not revoked; it ends by itself', { cause: error.message }));
  }

  private trustUntil(): void {
    this.cancelEnd();
    this.cancelEnd = this.clock.schedule(Math.max(0, this.left()), () => {
      this.log.warn('A lease was lost: etcd did not answer for as long as it lasts', { ttlMs: this.trustMs });
      this.end();
    });
  }

  private beatLater(ms: number): void {
    this.cancelBeat = this.clock.schedule(ms, () => void this.beat());
  }

  private async beat(): Promise<void> {
    if (this.left() <= 0) return this.end();
    let sentAt = 0;
    try {
      await this.members.call(
        'keep a lease alive',
        async (member, options) => {
          const sent = this.clock.monotonic();
          await keepAlive(member, this.id, options);
          sentAt = sent;
        },
        this.left(),
      );
    } catch (error) {
      if (isArbalestError(error) && error.code === 'STATE_UNAVAILABLE') return this.isOver ? undefined : this.beatLater(1);
      this.log.warn('A lease was lost', { cause: (error as Error).message });
      return this.end();
    }
    if (this.isOver) return;
    this.sentAt = sentAt;
    if (this.left() <= 0) return this.end();
    this.trustUntil();
    this.beatLater(Math.max(0, this.left() - (this.trustMs * 2) / 3));
  }

  private left(): number {
    return this.sentAt + this.trustMs - this.clock.monotonic();
  }

  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.cancelBeat();
    this.cancelEnd();
    this.tellLost();
  }
}

/** @throws transient error `LEASE_LOST` when etcd has it no more */
async function keepAlive(member: Member, id: string, options: CallOptions): Promise<void> {
  const stream = (await member.leaseClient.leaseKeepAlive(options)) as unknown as Duplex;
  const response = await new Promise<ILeaseKeepAliveResponse>((resolve, reject) => {
    stream.on('data', resolve);
    stream.on('error', reject);
    stream.on('end', () => reject(new Error('etcd ended the stream')));
    stream.write({ ID: id });
  });
  stream.end();
  if (Number(response.TTL) <= 0) throw transientError('LEASE_LOST', `etcd has no lease ${id} any more`);
}
