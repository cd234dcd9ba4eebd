import { createHmac, timingSafeEqual } from 'node:crypto';
import { FlightError } from '@arbalest/flight';

/** What a ticket names. */
export interface TicketClaims {
  readonly job: string;
  /** The statement's runs, of which the job is the first. */
  readonly runs: number;
  /** Position of a part of the job's result, or `all` for the rows of all runs as one stream; absent = the statement as clients poll for it. */
  readonly part?: number | 'all';
  /** Whose job it is; absent where users are not told apart. */
  readonly user?: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

const MAC_BYTES = 32;

/** Tickets: JSON of the claims, and an HMAC-SHA-256 over it. */
export class Tickets {
  constructor(
    private readonly key: Uint8Array,
    private readonly now: () => number = Date.now,
  ) {}

  sign({ job, runs, part, user, expires }: TicketClaims): Uint8Array {
    const text = Buffer.from(JSON.stringify([job, runs, part ?? null, user ?? null, expires]));
    return Buffer.concat([text, this.mac(text)]);
  }

  /** @throws FlightError of status UNAUTHENTICATED for a ticket that nobody here has signed, or that is over, or another user's */
  verify(ticket: Uint8Array, user: string | undefined): TicketClaims {
    const text = ticket.subarray(0, Math.max(0, ticket.byteLength - MAC_BYTES));
    const mac = ticket.subarray(text.byteLength);
    if (mac.byteLength !== MAC_BYTES || !timingSafeEqual(mac, this.mac(text)))
      throw refused('The ticket was not made by this server, or was made before it was started again');
    const [job, runs, part, owner, expires] = JSON.parse(Buffer.from(text).toString()) as [
      ...[string, number],
      ...[number | 'all' | null, string | null, number],
    ];
    if (expires < this.now()) throw refused('The ticket has expired; run the statement again');
    if (owner !== (user ?? null)) throw refused('The ticket is not for this user');
    return { job, runs, expires, ...(part === null ? {} : { part }), ...(owner === null ? {} : { user: owner }) };
  }

  private mac(text: Uint8Array): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}

function refused(message: string): FlightError {
  return new FlightError('UNAUTHENTICATED', message);
}
