import { type ServerOptions, ServerCredentials } from '@grpc/grpc-js';
import type { SecurityConfig } from '@arbalest/kernel';
import type { ListenerTls } from '@arbalest/spi';

type Limits = Pick<SecurityConfig, 'maxRequest' | 'maxStreams' | 'handshakeMs'>;

/** What a server of grpc-js takes from whoever connects. */
export function serverLimits({ maxRequest, maxStreams }: Limits): ServerOptions {
  return { 'grpc.max_receive_message_length': maxRequest, 'grpc.max_concurrent_streams': maxStreams };
}

/** With which a server of grpc-js answers; without TLS when there is none. */
export function serverCredentials(tls: ListenerTls | undefined, { handshakeMs }: Pick<Limits, 'handshakeMs'>): ServerCredentials {
  if (!tls) return ServerCredentials.createInsecure();
  const { certificate, privateKey, clientAuthorities } = tls;
  const pair = { cert_chain: Buffer.from(certificate), private_key: Buffer.from(privateKey) };
  const authorities = clientAuthorities ? Buffer.from(clientAuthorities) : null;
  const credentials = ServerCredentials.createSsl(authorities, [pair], authorities !== null);
  // grpc-js has no option for it, and Node would wait two minutes.
  Object.assign(credentials._getConstructorOptions()!, { handshakeTimeout: handshakeMs });
  return credentials;
}
