import { ChannelCredentials, Metadata } from '@grpc/grpc-js';
import type { ClientTls } from '@arbalest/flight';
import type { Principal } from '@arbalest/spi';
import { BEHALF_HEADER } from './identity.js';
import type { ProcessSecurity } from './process-security.js';

/** How this process shows itself to others of the cluster. */
export class ClusterChannels {
  constructor(private readonly security: Pick<ProcessSecurity, 'files' | 'token'>) {}

  /** For addresses that say TLS. */
  get tls(): ClientTls {
    const { files } = this.security;
    if (!files) return {};
    const { certificate, privateKey, authorities } = files;
    return { certificate, privateKey, ...(authorities ? { authorities } : {}) };
  }

  credentials(secure: boolean): ChannelCredentials {
    if (!secure) return ChannelCredentials.createInsecure();
    const { authorities = null, privateKey = null, certificate = null } = this.tls;
    return ChannelCredentials.createSsl(authorities, privateKey, certificate);
  }

  /** For each call. @param principal on whose behalf it is made */
  metadata(principal?: Principal): Metadata {
    const metadata = new Metadata();
    const { token } = this.security;
    if (token) metadata.set('authorization', token.header);
    if (principal) metadata.set(BEHALF_HEADER, asciiJson({ name: principal.name, groups: principal.groups }));
    return metadata;
  }
}

/** Headers hold ASCII only. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
