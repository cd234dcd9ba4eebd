import { FlightError } from '@arbalest/flight';

const MOST_FAILURES = 10;
const WITHIN_MS = 60_000;

/** Counts failed logins by host, and lets one that has failed often wait. */
export class LoginTries {
  private readonly failures = new Map<string, { count: number; readonly since: number }>();

  constructor(private readonly now: () => number) {}

  /** @param peer `host:port`, as gRPC has it. @throws FlightError of status RESOURCE_EXHAUSTED */
  check(peer: string): void {
    const known = this.failures.get(hostOf(peer));
    if (!known || known.count < MOST_FAILURES || known.since + WITHIN_MS < this.now()) return;
    const seconds = Math.ceil((known.since + WITHIN_MS - this.now()) / 1000);
    throw new FlightError('RESOURCE_EXHAUSTED', `Too many logins from ${hostOf(peer)} have failed; try again in ${seconds} s`);
  }

  failed(peer: string): void {
    const host = hostOf(peer);
    const known = this.failures.get(host);
    if (known && known.since + WITHIN_MS >= this.now()) known.count++;
    else this.failures.set(host, { count: 1, since: this.now() });
  }

  /** Drops what is over. */
  forget(): void {
    for (const [host, { since }] of this.failures) if (since + WITHIN_MS < this.now()) this.failures.delete(host);
  }
}

function hostOf(peer: string): string {
  return peer.replace(/:\d+$/, '');
}
