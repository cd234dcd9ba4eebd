import { Inbox } from '../engine/inbox.js';
import type { SimProcess } from '../engine/sim-process.js';
import { Lane } from './lane.js';
import type { Network } from './network.js';

/** One side of a stream. What it sends before the other side is there is sent then. */
export class StreamEnd<Out, In> {
  readonly incoming = new Inbox<In>();
  private readonly lane = new Lane();
  private early: Out[] = [];
  private peer: StreamEnd<In, Out> | undefined;
  private closed = false;
  private forgetPeer: () => void = () => {};

  constructor(
    private readonly network: Network,
    readonly process: SimProcess,
    private readonly onOver: () => void,
  ) {}

  get isOver(): boolean {
    return this.closed;
  }

  /** Never blocks and never throws; what is sent after the end is lost. */
  send(message: Out): void {
    if (this.closed) return;
    if (!this.peer) return void this.early.push(message);
    const { peer } = this;
    this.network.post(this.process, peer.process, this.lane, () => peer.incoming.push(message));
  }

  /** Ends the stream; the other side reads what was sent, and then the end. */
  close(error?: Error): void {
    if (this.closed) return;
    this.over();
    this.incoming.end();
    const { peer } = this;
    if (peer) this.network.post(this.process, peer.process, this.lane, () => peer.finish(error));
  }

  /** The connection is gone: both sides find out, this one first. */
  breaks(error: Error): void {
    this.finish(error);
    const { peer } = this;
    if (peer) this.network.post(this.process, peer.process, new Lane(), () => peer.finish(error));
  }

  /** Called by the network, on the side that opened the stream. */
  join(peer: StreamEnd<In, Out>, onDeath: Error): void {
    this.peer = peer;
    peer.peer = this;
    const mine = peer.process.whenDead(() => this.network.post(peer.process, this.process, new Lane(), () => this.finish(onDeath)));
    const theirs = this.process.whenDead(() => this.network.post(this.process, peer.process, new Lane(), () => peer.finish(onDeath)));
    this.forgetPeer = mine;
    peer.forgetPeer = theirs;
    for (const message of this.early.splice(0)) this.send(message);
  }

  private finish(error: Error | undefined): void {
    if (this.closed) return;
    this.over();
    this.incoming.end(error);
  }

  private over(): void {
    this.closed = true;
    this.forgetPeer();
    this.onOver();
  }
}
