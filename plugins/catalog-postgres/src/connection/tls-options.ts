import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ConnectionOptions } from 'node:tls';
import { type Secrets, userError } from '@arbalest/spi';
import type { DatabaseConfig } from '../config.js';

/** What the driver is told of TLS; false for plain text. Certificates are always checked. */
export async function tlsOptions(tls: DatabaseConfig['tls'], secrets: Secrets, baseDirectory: string): Promise<false | ConnectionOptions> {
  if (tls === false) return false;
  if (tls === true) return { rejectUnauthorized: true };
  const pem = (path: string) => readPem(resolve(baseDirectory, path));
  return {
    rejectUnauthorized: true,
    ...(tls.ca === undefined ? {} : { ca: await pem(tls.ca) }),
    ...(tls.certificate === undefined ? {} : { cert: await pem(tls.certificate) }),
    ...(tls.key === undefined ? {} : { key: await secrets.read(tls.key) }),
  };
}

async function readPem(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    throw userError('POSTGRES_TLS', `The file ${path}, which plugin.postgres names for TLS, cannot be read (${code ?? 'unknown'})`);
  }
}
