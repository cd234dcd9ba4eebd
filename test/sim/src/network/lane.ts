/** One direction of one connection: what is sent on it arrives in the order in which it was sent. */
export class Lane {
  private last = 0;
  private readonly underWay: (() => void)[] = [];

  /** When a message arrives that would arrive at `at` if it were the first. */
  send(at: number, deliver: () => void): number {
    this.underWay.push(deliver);
    return this.later(at);
  }

  later(at: number): number {
    this.last = Math.max(this.last, at);
    return this.last;
  }

  /** The oldest of what is under way. */
  arrive(): void {
    this.underWay.shift()!();
  }
}
