import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Makes an authority, a server certificate for localhost and a client certificate in `folder`, valid for a day:
 * `authority.crt`, `server.crt`, `server.key`, `client.crt`, `client.key`. Needs the program openssl.
 */
export async function makeCertificates(folder: string): Promise<void> {
  const openssl = (...args: string[]): Promise<unknown> => run('openssl', args, { cwd: folder });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  await openssl('req', '-x509', ...key, '-keyout', 'authority.key', '-out', 'authority.crt', '-days', '1', '-subj', '/CN=Test authority');
  await writeFile(join(folder, 'names'), 'subjectAltName=DNS:localhost,IP:127.0.0.1');
  for (const [name, subject] of [
    ['server', 'localhost'],
    ['client', 'ann'],
  ] as const) {
    await openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${subject}`);
    const signing = ['-CA', 'authority.crt', '-CAkey', 'authority.key', '-CAcreateserial', '-days', '1', '-extfile', 'names'];
    await openssl('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.crt`, ...signing);
  }
}
