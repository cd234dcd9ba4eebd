import { existsSync } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
import { isArbalestError, userError, type SecretReference, type Secrets } from '@arbalest/spi';
import { quoteText } from './lowering/names.js';

/** Access to S3 and stores that speak its protocol. The configuration says where keys are found, and holds none. */
export interface S3Options {
  readonly region?: string;
  /** Host and port of a store other than AWS, without a scheme. */
  readonly endpoint?: string;
  readonly urlStyle?: 'vhost' | 'path';
  readonly useSsl?: boolean;
  /** Prefix of the URLs that these keys are for, e.g. `s3://bucket`. */
  readonly scope?: string;
  /** @default the variable AWS_ACCESS_KEY_ID */
  readonly keyId?: SecretReference;
  /** @default the variable AWS_SECRET_ACCESS_KEY */
  readonly secret?: SecretReference;
  /** @default the variable AWS_SESSION_TOKEN, where it is set */
  readonly sessionToken?: SecretReference;
}

export interface ExtensionOptions {
  /** Folder with files `<name>.duckdb_extension`; also where DuckDB installs those that it downloads. */
  readonly directory?: string;
  /** Names and paths that the configuration lists; one that is asked for by name is taken from its path here. */
  readonly listed?: readonly string[];
  readonly s3?: S3Options;
  /** Needed for S3's keys. */
  readonly secrets?: Secrets;
}

/** How extensions are found, and what they need to be told once they are loaded. */
export class Extensions {
  constructor(private readonly options: ExtensionOptions) {}

  /** Statements that load the extension of that name or at that path. They may hold secrets: never log them. */
  async loadStatement(extension: string): Promise<string> {
    const name = extensionName(extension);
    const from = this.options.listed?.find((listed) => isPath(listed) && extensionName(listed) === name) ?? extension;
    return [loadText(from, this.options.directory), ...(name === 'httpfs' ? await this.#secret() : [])].join('; ');
  }

  /** What to throw in place of what loading threw, which may quote the statement. */
  loadError(extension: string, thrown: unknown): unknown {
    if (isArbalestError(thrown) && (thrown.family === 'cancelled' || thrown.code === 'SECRET_MISSING')) return thrown;
    const said = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] ?? '';
    if (/external extensions is disabled/i.test(said)) return lockedOut(extension);
    const reason = this.options.secrets?.strike?.(said) ?? said;
    return userError(
      'EXTENSION_LOAD',
      `The DuckDB extension ${extension} could not be loaded: ${reason}. Install it, or name a folder that holds ${extension}.duckdb_extension as extensionDirectory`,
    );
  }

  async #secret(): Promise<string[]> {
    const { s3, secrets } = this.options;
    if (s3 === undefined || secrets === undefined) return [];
    const { keyId = { env: 'AWS_ACCESS_KEY_ID' }, secret = { env: 'AWS_SECRET_ACCESS_KEY' }, sessionToken } = s3;
    const { region, endpoint, urlStyle, useSsl, scope } = s3;
    const parts: [string, string | undefined][] = [
      ['KEY_ID', await secrets.read(keyId)],
      ['SECRET', await secrets.read(secret)],
      ['SESSION_TOKEN', sessionToken === undefined ? await optional(secrets, 'AWS_SESSION_TOKEN') : await secrets.read(sessionToken)],
      ['REGION', region],
      ['ENDPOINT', endpoint],
      ['URL_STYLE', urlStyle],
      ['SCOPE', scope],
    ];
    const given = parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${quoteText(value)}`]));
    if (useSsl !== undefined) given.push(`USE_SSL ${useSsl}`);
    return [`CREATE OR REPLACE SECRET arbalest_s3 (TYPE s3, ${given.join(', ')})`];
  }
}

function optional(secrets: Secrets, env: string): Promise<string | undefined> {
  return secrets.read({ env }).catch(() => undefined);
}

function lockedOut(extension: string): Error {
  return userError(
    'EXTENSION_LOAD',
    `The DuckDB extension ${extension} is not loaded, and cannot be any more: with files.roots, extensions are loaded when the engine starts; list it in plugin.duckdb.extensions`,
  );
}

/** The name by which scans ask for it: that of its file, when it is given by its path. */
export function extensionName(extension: string): string {
  return isPath(extension) ? basename(extension).replace(/\.duckdb_extension$/, '') : extension;
}

function isPath(extension: string): boolean {
  return extension.includes('/') || extension.endsWith('.duckdb_extension');
}

/** By path as it stands; by name from the folder where it is there, else installed (nothing to do where it is already) and loaded. */
function loadText(extension: string, directory: string | undefined): string {
  if (isPath(extension)) return `LOAD ${quoteText(resolve(extension))}`;
  const file = directory === undefined ? undefined : resolve(directory, `${extension}.duckdb_extension`);
  if (file !== undefined && existsSync(file)) return `LOAD ${quoteText(file)}`;
  return `INSTALL ${quoteText(extension)}; LOAD ${quoteText(extension)}`;
}

/** Names as they are, paths made absolute. */
export function configuredExtensions(extensions: readonly string[], baseDirectory: string): readonly string[] {
  return extensions.map((extension) => (isPath(extension) ? resolve(baseDirectory, extension) : extension));
}

/** A path of the configuration, which is relative to the folder that the process was started for. */
export function configuredPath(path: string | undefined, baseDirectory: string): string | undefined {
  return path === undefined || isAbsolute(path) ? path : resolve(baseDirectory, path);
}
