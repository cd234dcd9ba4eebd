import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { userError, type SecretReference, type Secrets } from '@arbalest/spi';
import type { KnownSecrets } from './known-secrets.js';

export interface ProcessSecretsOptions {
  /** Folder of the configuration, against which relative paths are resolved. */
  readonly baseDirectory: string;
  /** Is told of each secret that is read. */
  readonly known: KnownSecrets;
  /** @default process.env */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Secrets from the environment and from files of this machine. */
export class ProcessSecrets implements Secrets {
  readonly #options: ProcessSecretsOptions;

  constructor(options: ProcessSecretsOptions) {
    this.#options = options;
  }

  async read(reference: SecretReference): Promise<string> {
    const secret = 'env' in reference ? this.#variable(reference.env) : await this.#file(reference.file);
    this.#options.known.add(secret);
    return secret;
  }

  strike(text: string): string {
    return this.#options.known.strike(text);
  }

  #variable(name: string): string {
    const value = (this.#options.environment ?? process.env)[name];
    if (value === undefined || value === '') throw missing(`in the environment variable ${name}, which is not set`);
    return value;
  }

  async #file(path: string): Promise<string> {
    const file = resolve(this.#options.baseDirectory, path);
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (cause) {
      throw missing(`in the file ${file}, which cannot be read: ${reason(cause)}`);
    }
    const secret = text.replace(/\r?\n$/, '');
    if (secret === '') throw missing(`in the file ${file}, which is empty`);
    return secret;
  }
}

function missing(place: string) {
  return userError(
    'SECRET_MISSING',
    `A secret should be ${place}; put it there for this process, or change the reference in the configuration`,
  );
}

function reason(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'it is not there';
  return code === 'EACCES' ? 'permission denied' : message;
}
