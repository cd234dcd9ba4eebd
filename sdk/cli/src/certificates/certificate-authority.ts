import 'reflect-metadata';
import { type KeyObject, createPrivateKey, randomBytes, webcrypto, X509Certificate as Parsed } from 'node:crypto';
import { isIP } from 'node:net';
import * as x509 from '@peculiar/x509';

/** A certificate and its private key, PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly privateKey: string;
}

/** For whom a certificate is. */
export type Bearer =
  /** A process of the cluster, on machines that are reached by these names and addresses. */
  { readonly kind: 'host'; readonly hosts: readonly string[] } | { readonly kind: 'user'; readonly name: string };

/** What the cluster takes for one of its own processes; see core/server/src/security/cluster-certificate.ts. */
const CLUSTER_UNIT = 'Arbalest cluster';
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const DAY_MS = 24 * 3_600_000;
const AUTHORITY_DAYS = 3650;
/** Clients refuse those of servers that are good for longer. */
const LEAF_DAYS = 397;
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

export async function makeAuthority(): Promise<KeyPair> {
  const keys = await newKeys();
  const usages = x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity(AUTHORITY_DAYS),
    serialNumber: serialNumber(),
    name: [{ CN: ['Arbalest certificate authority'] }],
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(usages, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return keyPair(certificate, keys.privateKey);
}

/** @throws when the authority's key is not that of its certificate */
export async function issueCertificate(authority: KeyPair, bearer: Bearer): Promise<KeyPair> {
  const issuer = new x509.X509Certificate(authority.certificate);
  const key = createPrivateKey(authority.privateKey);
  if (!new Parsed(authority.certificate).checkPrivateKey(key)) throw new Error('the key of the authority is not that of its certificate');
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity(LEAF_DAYS),
    serialNumber: serialNumber(),
    subject: subjectOf(bearer),
    issuer: issuer.subject,
    signingAlgorithm: ALGORITHM,
    signingKey: await signingKey(key),
    publicKey: keys.publicKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      // A process of the cluster is server and client of others.
      new x509.ExtendedKeyUsageExtension(bearer.kind === 'host' ? [SERVER_AUTH, CLIENT_AUTH] : [CLIENT_AUTH]),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      ...(bearer.kind === 'host' ? [new x509.SubjectAlternativeNameExtension(bearer.hosts.map(generalName))] : []),
    ],
  });
  return keyPair(certificate, keys.privateKey);
}

function subjectOf(bearer: Bearer): x509.JsonName {
  if (bearer.kind === 'user') return [{ CN: [bearer.name] }];
  return [{ OU: [CLUSTER_UNIT] }, { CN: [bearer.hosts[0]!.slice(0, 64)] }];
}

function generalName(host: string): x509.JsonGeneralName {
  return { type: isIP(host) === 0 ? 'dns' : 'ip', value: host };
}

function validity(days: number): { readonly notBefore: Date; readonly notAfter: Date } {
  // Clocks of other machines may be behind.
  const from = Date.now() - 3_600_000;
  return { notBefore: new Date(from), notAfter: new Date(from + days * DAY_MS) };
}

function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0]! &= 0x7f;
  return bytes.toString('hex');
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

function signingKey(key: KeyObject): Promise<webcrypto.CryptoKey> {
  const der = key.export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']);
}

async function keyPair(certificate: x509.X509Certificate, privateKey: webcrypto.CryptoKey): Promise<KeyPair> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', privateKey));
  const key = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' });
  return { certificate: `${certificate.toString('pem')}\n`, privateKey: key.export({ type: 'pkcs8', format: 'pem' }) as string };
}
