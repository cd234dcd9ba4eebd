import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../exit-code.js';
import type { KeyPair } from './certificate-authority.js';

export const AUTHORITY = 'ca';

/** Certificates as `NAME.crt` and keys as `NAME.key` in one folder. */
export class CertificateFolder {
  constructor(readonly directory: string) {}

  certificateFile(name: string): string {
    return join(this.directory, `${name}.crt`);
  }

  keyFile(name: string): string {
    return join(this.directory, `${name}.key`);
  }

  /** @throws UsageError when one of the files is there already: what others trust is never replaced unasked */
  requireFree(names: readonly string[]): void {
    const taken = names.flatMap((name) => [this.certificateFile(name), this.keyFile(name)]).find((file) => existsSync(file));
    if (taken === undefined) return;
    throw new UsageError(`${taken} is there already, and nothing is replaced; take another --directory or --name, or remove it first`);
  }

  /** Both files, the key for the eyes of its owner only. */
  async write(name: string, { certificate, privateKey }: KeyPair): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    await writeFile(this.keyFile(name), privateKey, { mode: 0o600, flag: 'wx' });
    await writeFile(this.certificateFile(name), certificate, { mode: 0o644, flag: 'wx' });
  }

  async authority(): Promise<KeyPair> {
    try {
      const [certificate, privateKey] = await Promise.all([
        readFile(this.certificateFile(AUTHORITY), 'utf8'),
        readFile(this.keyFile(AUTHORITY), 'utf8'),
      ]);
      return { certificate, privateKey };
    } catch (error) {
      throw new UsageError(
        `there is no authority in ${this.directory}: ${(error as Error).message}. Make one with: arbalest certs init --directory ${this.directory}`,
      );
    }
  }
}
