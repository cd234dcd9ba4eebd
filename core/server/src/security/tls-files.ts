import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import type { TlsConfig } from '@arbalest/kernel';
import { userError } from '@arbalest/spi';

/** What a process shows, and by whose word it takes what others show. PEM. */
export interface TlsFiles {
  readonly certificate: Buffer;
  readonly privateKey: Buffer;
  /** Absent: those of Node. */
  readonly authorities?: Buffer;
  readonly asksClients: boolean;
}

/** @throws user error `TLS_FILES` that names the file and what is wrong with it, never what it holds */
export async function readTlsFiles(config: TlsConfig): Promise<TlsFiles> {
  const { certificate: certificateFile, key, authorities: authoritiesFile, clientCertificates } = config;
  const asksClients = clientCertificates === 'required';
  if (asksClients && authoritiesFile === undefined) {
    throw userError(
      'TLS_FILES',
      'security.tls.clientCertificates is "required", but security.tls.authorities does not say whose certificates count',
    );
  }
  const [certificate, privateKey] = await Promise.all([read(certificateFile, 'certificate'), read(key, 'key')]);
  const authorities = authoritiesFile === undefined ? undefined : await read(authoritiesFile, 'authorities');
  checkPair(certificate, privateKey, config);
  if (authorities) checkAuthorities(authorities, authoritiesFile!);
  return { certificate, privateKey, ...(authorities ? { authorities } : {}), asksClients };
}

async function read(file: string, of: keyof TlsConfig): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw userError('TLS_FILES', `security.tls.${of} names ${file}, which cannot be read: ${(cause as NodeJS.ErrnoException).code ?? ''}`, {
      cause,
    });
  }
}

function checkPair(certificate: Buffer, privateKey: Buffer, { certificate: file, key: keyFile }: TlsConfig): void {
  try {
    createSecureContext({ cert: certificate, key: privateKey });
  } catch (cause) {
    throw userError('TLS_FILES', `The certificate in ${file} and the key in ${keyFile} are no pair in PEM: ${(cause as Error).message}`, {
      cause,
    });
  }
  const { validTo } = new X509Certificate(certificate);
  if (Date.parse(validTo) < Date.now())
    throw userError('TLS_FILES', `The certificate in ${file} was valid until ${validTo}; issue a new one`);
}

function checkAuthorities(authorities: Buffer, file: string): void {
  try {
    new X509Certificate(authorities);
  } catch (cause) {
    throw userError('TLS_FILES', `security.tls.authorities names ${file}, which holds no certificate in PEM`, { cause });
  }
}
