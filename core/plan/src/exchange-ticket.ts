import { createHmac, timingSafeEqual } from 'node:crypto';
import { arbalest } from '@arbalest/proto';
import { userError } from '@arbalest/spi';

const { ExchangeTicket } = arbalest.scheduler.v1;
const MAC_BYTES = 32;

/** The message of a verified ticket, with every field filled in. */
export interface VerifiedTicket {
  readonly exchange: { readonly job: string; readonly stage: number; readonly task: number; readonly attempt: number };
  /** In reading order; empty = all. */
  readonly partitions: readonly number[];
  /** Milliseconds since the epoch. */
  readonly expires: number;
  readonly consume: boolean;
}

/** What a reader shows to be let at an exchange: the encoded message, then an HMAC-SHA-256 over it. */
export function signTicket(ticket: arbalest.scheduler.v1.IExchangeTicket, key: Uint8Array): Uint8Array {
  const message = ExchangeTicket.encode(ticket).finish();
  const signed = new Uint8Array(message.byteLength + MAC_BYTES);
  signed.set(message);
  signed.set(mac(message, key), message.byteLength);
  return signed;
}

/**
 * @param now milliseconds since the epoch
 * @throws user error `TICKET_INVALID` when the ticket was not signed with this key, `TICKET_EXPIRED` when it is too late for it. Neither says why
 *   in more detail: whoever forges tickets should not learn from it.
 */
export function verifyTicket(bytes: Uint8Array, key: Uint8Array, now: number): VerifiedTicket {
  const end = bytes.byteLength - MAC_BYTES;
  if (end < 0) throw invalid();
  const message = bytes.subarray(0, end);
  if (!timingSafeEqual(mac(message, key), bytes.subarray(end))) throw invalid();
  const ticket = decode(message);
  if (ticket.expires <= now) {
    throw userError('TICKET_EXPIRED', 'The exchange ticket has expired; ask the scheduler for the result again');
  }
  return ticket;
}

function decode(message: Uint8Array): VerifiedTicket {
  const { exchange, partitions, expires, consume } = ExchangeTicket.decode(message);
  const { job = '', stage = 0, task = 0, attempt = 0 } = exchange ?? {};
  return {
    exchange: { job: job ?? '', stage: stage ?? 0, task: task ?? 0, attempt: attempt ?? 0 },
    partitions: partitions ?? [],
    expires: Number(expires ?? 0),
    consume: consume ?? false,
  };
}

function mac(message: Uint8Array, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(message).digest();
}

function invalid() {
  return userError('TICKET_INVALID', 'The exchange ticket was not made by this cluster; ask the scheduler for one');
}
