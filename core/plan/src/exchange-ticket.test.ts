import { expect, test } from 'vitest';
import { signTicket, verifyTicket } from './exchange-ticket.js';

const key = new Uint8Array(32).fill(7);
const exchange = { job: 'j1', stage: 2, task: 0, attempt: 1 };
const now = 1_700_000_000_000;

test('a ticket comes back as it was signed', () => {
  const bytes = signTicket({ exchange, partitions: [3, 1], expires: now + 1000, consume: true }, key);
  expect(verifyTicket(bytes, key, now)).toEqual({ exchange, partitions: [3, 1], expires: now + 1000, consume: true });
});

test('a ticket of another key is refused', () => {
  const bytes = signTicket({ exchange, expires: now + 1000 }, new Uint8Array(32).fill(8));
  expect(() => verifyTicket(bytes, key, now)).toThrow(expect.objectContaining({ family: 'user', code: 'TICKET_INVALID' }));
});

test('a change of any single byte is noticed', () => {
  const bytes = signTicket({ exchange, partitions: [1], expires: now + 1000 }, key);
  for (let at = 0; at < bytes.byteLength; at++) {
    const forged = bytes.slice();
    forged[at]! ^= 1;
    expect(() => verifyTicket(forged, key, now)).toThrow(expect.objectContaining({ code: 'TICKET_INVALID' }));
  }
});

test.each([0, 5, 31])('%i bytes are no ticket', (length) => {
  expect(() => verifyTicket(new Uint8Array(length), key, now)).toThrow(expect.objectContaining({ code: 'TICKET_INVALID' }));
});

test('a ticket is good until, not at, the moment it expires', () => {
  const bytes = signTicket({ exchange, expires: now }, key);
  expect(verifyTicket(bytes, key, now - 1).exchange).toEqual(exchange);
  expect(() => verifyTicket(bytes, key, now)).toThrow(expect.objectContaining({ code: 'TICKET_EXPIRED' }));
});
