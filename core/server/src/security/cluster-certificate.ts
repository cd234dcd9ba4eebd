import type { CertificateSubject } from '@arbalest/spi';

/** The organisational unit of certificates that processes of the cluster show; `arbalest certs` writes it. */
export const CLUSTER_UNIT = 'Arbalest cluster';

/** Whether the certificate is that of a process of the cluster, and not of a user. */
export function isOfCluster({ OU }: CertificateSubject): boolean {
  return [OU].flat().includes(CLUSTER_UNIT);
}
