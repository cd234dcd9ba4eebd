import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { ADMIN_GROUP } from '@arbalest/scheduler';
import type { CertificateSubject } from '@arbalest/spi';
import type { ProcessSecurity } from '../security/process-security.js';
import type { HttpGuard } from './http-listener.js';

/** The part of a process's security that matters here. */
export type HttpSecurity = Pick<ProcessSecurity, 'checkListener' | 'identify' | 'limits' | 'tls'>;

const MIN_TLS = 'TLSv1.2';

/**
 * Guarded paths are for processes of the cluster and its operators (by token or certificate) and for users who administer it. A certificate is asked for and not
 * insisted on, since the open paths are for whoever has none.
 *
 * @throws user error `LISTENER_OPEN` when others could reach the address and nothing would keep them out
 */
export function httpGuard(host: string, security: HttpSecurity): HttpGuard {
  security.checkListener(host, 'Health and metrics');
  const admits = (request: IncomingMessage): Promise<boolean> => isAdmitted(request, security);
  const { tls, limits } = security;
  if (!tls) return { admits };
  const { certificate, privateKey, clientAuthorities } = tls;
  const asked = clientAuthorities ? { ca: Buffer.from(clientAuthorities), requestCert: true, rejectUnauthorized: false } : {};
  const pair = { cert: Buffer.from(certificate), key: Buffer.from(privateKey) };
  return { admits, tls: { ...pair, ...asked, minVersion: MIN_TLS, handshakeTimeout: limits.handshakeMs } };
}

async function isAdmitted({ headers, socket }: IncomingMessage, security: HttpSecurity): Promise<boolean> {
  const { authorized, getPeerCertificate } = socket as Partial<TLSSocket>;
  const certificate = authorized === true ? (getPeerCertificate?.call(socket).subject as CertificateSubject | undefined) : undefined;
  const shown = { authorization: headers.authorization, certificate, peer: `${socket.remoteAddress ?? ''}:${socket.remotePort ?? 0}` };
  try {
    const identity = await security.identify(shown);
    return identity.kind !== 'user' || identity.principal.groups.includes(ADMIN_GROUP);
  } catch {
    return false;
  }
}
