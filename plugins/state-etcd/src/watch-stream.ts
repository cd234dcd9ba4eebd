import type { Clock } from '@arbalest/spi';
import type { IWatchRequest, IWatchResponse } from 'etcd3';
import type { Member } from './members.js';

/** What a member is asked for, again and again, so that one that has gone silent is noticed. Milliseconds. */
const ASK_MS = 1_000;

/** What etcd3 hands out for a watch, of gRPC's duplex streams. */
interface Duplex {
  on(event: 'data', listener: (response: IWatchResponse) => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
  on(event: 'end', listener: () => void): this;
  write(request: IWatchRequest): boolean;
  end(): void;
  cancel(): void;
}

/** One watch at one member. It ends when the member does, or says nothing for too long, or lags behind what the cluster has agreed on. */
export class WatchStream {
  private readonly responses: IWatchResponse[] = [];
  private wake: (() => void) | undefined;
  private isOver = false;
  private heardAt: number;
  /** A revision that the cluster had, and since when this stream has not reached it. */
  private owed: { readonly revision: bigint; readonly since: number } | undefined;
  private cancelTimer: () => void = () => {};

  private constructor(
    private readonly duplex: Duplex,
    private readonly clock: Clock,
    private readonly silenceMs: number,
    /** A revision that the cluster has by now, as a majority of it says. */
    private readonly agreed: () => Promise<bigint>,
  ) {
    this.heardAt = clock.monotonic();
    duplex.on('data', (response) => this.hear(response));
    duplex.on('error', () => this.end());
    duplex.on('end', () => this.end());
    this.askLater();
  }

  static async open(
    member: Member,
    request: NonNullable<IWatchRequest['create_request']>,
    { clock, silenceMs, agreed }: { readonly clock: Clock; readonly silenceMs: number; readonly agreed: () => Promise<bigint> },
  ): Promise<WatchStream> {
    const duplex = (await member.watchClient.watch()) as unknown as Duplex;
    const stream = new WatchStream(duplex, clock, silenceMs, agreed);
    duplex.write({ create_request: request });
    return stream;
  }

  /** The next response; undefined when there will be none any more. */
  async next(signal: AbortSignal): Promise<IWatchResponse | undefined> {
    while (this.responses.length === 0 && !this.isOver && !signal.aborted) {
      await new Promise<void>((resolve) => {
        this.wake = () => {
          signal.removeEventListener('abort', this.wake!);
          resolve();
        };
        signal.addEventListener('abort', this.wake);
      });
    }
    return signal.aborted ? undefined : this.responses.shift();
  }

  close(): void {
    this.end();
    this.responses.length = 0;
  }

  private hear(response: IWatchResponse): void {
    this.heardAt = this.clock.monotonic();
    if (this.owed && BigInt(response.header.revision) >= this.owed.revision) this.owed = undefined;
    if (response.canceled || response.events.length > 0) {
      this.responses.push(response);
      this.wake?.();
    }
  }

  private askLater(): void {
    this.cancelTimer = this.clock.schedule(ASK_MS, () => {
      const now = this.clock.monotonic();
      const isSilent = now - this.heardAt > this.silenceMs;
      const isBehind = this.owed !== undefined && now - this.owed.since > this.silenceMs;
      if (isSilent || isBehind) return this.end();
      this.askAgreed();
      this.askLater();
    });
  }

  /** A member that is cut off from the others answers as ever, but knows of nothing new. */
  private askAgreed(): void {
    if (this.owed) return void this.duplex.write({ progress_request: {} });
    this.agreed().then(
      (revision) => {
        if (this.isOver) return;
        this.owed = { revision, since: this.clock.monotonic() };
        this.duplex.write({ progress_request: {} });
      },
      // Nobody knows: then this stream is no worse than another.
      () => void (this.isOver || this.duplex.write({ progress_request: {} })),
    );
  }

  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.cancelTimer();
    // Ended first: etcd3 takes an error of a stream that can still be written for one of the member, and closes all its connections.
    this.duplex.end();
    this.duplex.cancel();
    this.wake?.();
  }
}
