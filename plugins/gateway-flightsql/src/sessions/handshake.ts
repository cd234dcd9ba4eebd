import type { HandshakeMessage } from '@arbalest/flight';
import { arrow } from '@arbalest/proto';
import type { Credentials } from '@arbalest/spi';

/** Credentials in the first message of a handshake, where older clients put them; undefined when they are in the header, or nowhere. */
export async function handshakeCredentials(requests: AsyncIterable<HandshakeMessage>): Promise<Credentials | undefined> {
  for await (const { payload } of requests) return credentialsIn(payload);
  return undefined;
}

function credentialsIn(payload: Uint8Array): Credentials | undefined {
  if (payload.byteLength === 0) return undefined;
  try {
    const { username, password } = arrow.flight.protocol.BasicAuth.decode(payload);
    return username ? { kind: 'basic', user: username, password: password ?? '' } : undefined;
  } catch {
    return undefined;
  }
}
