import { existsSync } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
import { isArbalestError, userError } from '@arbalest/spi';
import { quoteText } from './lowering/names.js';

/** Access to S3 and stores that speak its protocol. Keys are named by environment variables, so that no configuration file holds them. */
export interface S3Options {
  readonly region?: string;
  /** Host and port of a store other than AWS, without a scheme. */
  readonly endpoint?: string;
  readonly urlStyle?: 'vhost' | 'path';
  readonly useSsl?: boolean;
  /** Prefix of the URLs that these keys are for, e.g. `s3://bucket`. */
  readonly scope?: string;
  readonly keyIdVariable: string;
  readonly secretVariable: string;
  readonly sessionTokenVariable: string;
}

export interface ExtensionOptions {
  /** Folder with files `<name>.duckdb_extension`; also where DuckDB installs those that it downloads. */
  readonly directory?: string;
  /** Names and paths that the configuration lists; one that is asked for by name is taken from its path here. */
  readonly listed?: readonly string[];
  readonly s3?: S3Options;
}

/** How extensions are found, and what they need to be told once they are loaded. */
export class Extensions {
  constructor(
    private readonly options: ExtensionOptions,
    private readonly environment: Readonly<Record<string, string | undefined>> = process.env,
  ) {}

  /** Statements that load the extension of that name or at that path. They may hold secrets: never log them. */
  loadStatement(extension: string): string {
    const name = extensionName(extension);
    const from = this.options.listed?.find((listed) => isPath(listed) && extensionName(listed) === name) ?? extension;
    return [loadText(from, this.options.directory), ...(name === 'httpfs' ? this.#secret() : [])].join('; ');
  }

  /** What to throw in place of what loading threw, which may quote the statement. */
  loadError(extension: string, thrown: unknown): unknown {
    if (isArbalestError(thrown) && (thrown.family === 'cancelled' || thrown.code === 'S3_KEY_MISSING')) return thrown;
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    const reason = this.#withoutSecrets(said.split('\n')[0] ?? '');
    return userError(
      'EXTENSION_LOAD',
      `The DuckDB extension ${extension} could not be loaded: ${reason}. Install it, or name a folder that holds ${extension}.duckdb_extension as extensionDirectory`,
    );
  }

  #withoutSecrets(text: string): string {
    const { s3 } = this.options;
    const names = s3 === undefined ? [] : [s3.secretVariable, s3.sessionTokenVariable, s3.keyIdVariable];
    const secrets = names.flatMap((name) => this.environment[name] ?? []).filter((value) => value !== '');
    return secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text);
  }

  #secret(): string[] {
    const { s3 } = this.options;
    if (s3 === undefined) return [];
    const { region, endpoint, urlStyle, useSsl, scope } = s3;
    const sessionToken = this.environment[s3.sessionTokenVariable];
    const parts: [string, string | undefined][] = [
      ['KEY_ID', this.#required(s3.keyIdVariable)],
      ['SECRET', this.#required(s3.secretVariable)],
      ['SESSION_TOKEN', sessionToken],
      ['REGION', region],
      ['ENDPOINT', endpoint],
      ['URL_STYLE', urlStyle],
      ['SCOPE', scope],
    ];
    const given = parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name} ${quoteText(value)}`]));
    if (useSsl !== undefined) given.push(`USE_SSL ${useSsl}`);
    return [`CREATE OR REPLACE SECRET arbalest_s3 (TYPE s3, ${given.join(', ')})`];
  }

  #required(variable: string): string {
    const value = this.environment[variable];
    if (value === undefined || value === '')
      throw userError('S3_KEY_MISSING', `The S3 keys are taken from the environment, but the variable ${variable} is not set`);
    return value;
  }
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
