import { availableParallelism, totalmem } from 'node:os';
import { constrainedMemory, cwd as workingDirectory, env } from 'node:process';
import { dirname, isAbsolute, resolve } from 'node:path';
import { userError } from '@arbalest/spi';
import type { ArbalestConfig, ConfigInput, TlsConfig } from './config.js';
import { findConfigFile, readConfigFile } from './config-file.js';
import { isUrl } from '../files/places.js';
import { deepFreeze } from './deep-freeze.js';
import { environmentSettings } from './environment.js';
import { mergeSources, type ConfigSource } from './merge.js';
import { parseSize } from './size.js';
import { checkConfig } from './check-config.js';

export interface LoadConfigOptions {
  /** Where the search for `arbalest.config.json` begins, upwards; relative flags are resolved against it. @default the working directory */
  readonly cwd?: string;
  /** A configuration file by name instead of the search; `false` reads none. */
  readonly file?: string | false;
  /** @default process.env */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Settings that win over file and environment, in the shape of the file; what the command line says. */
  readonly flags?: ConfigInput;
  /** What holds in place of the schema's defaults; everything else wins over it. */
  readonly defaults?: ConfigInput;
}

/**
 * The configuration from file, environment and flags, each winning over the one before, in one resolved and frozen object.
 *
 * @throws user error `CONFIG_FILE` when the file cannot be read, `CONFIG_INVALID` with every problem of all sources, each with its path and
 * where it came from.
 */
export function loadConfig(options: LoadConfigOptions = {}): ArbalestConfig {
  const directory = resolve(options.cwd ?? workingDirectory());
  const environment = options.environment ?? env;
  const named = options.file ?? environment.ARBALEST_CONFIG;
  const file = named === false ? undefined : named === undefined ? findConfigFile(directory) : resolve(directory, named);
  const sources: ConfigSource[] = [];
  if (options.defaults !== undefined) sources.push({ origin: 'defaults', value: options.defaults });
  if (file !== undefined) sources.push({ origin: file, value: readConfigFile(file) });
  for (const { variable, path, value } of environmentSettings(environment))
    sources.push({ origin: `environment variable ${variable}`, path, value });
  if (options.flags !== undefined) sources.push({ origin: 'flags', value: options.flags });
  return resolveSources(sources, file === undefined ? directory : dirname(file), file);
}

/** The same from one object, without file and environment. */
export function resolveConfig(input: ConfigInput = {}, baseDirectory: string = workingDirectory()): ArbalestConfig {
  return resolveSources([{ origin: 'options', value: input }], resolve(baseDirectory), undefined);
}

function resolveSources(sources: readonly ConfigSource[], baseDirectory: string, file: string | undefined): ArbalestConfig {
  const { value, originOf } = mergeSources(sources);
  const problems = checkConfig(value, originOf);
  if (problems.length > 0) {
    throw userError(
      'CONFIG_INVALID',
      `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n  ${problems.join('\n  ')}`,
      {
        notes: problems,
      },
    );
  }
  return deepFreeze(resolved(value as unknown as Checked, baseDirectory, file));
}

/** What the schema lets through, defaults filled in. */
interface Checked extends Omit<ArbalestConfig, 'baseDirectory' | 'file' | 'executor' | 'exchange' | 'security'> {
  readonly executor: Omit<ArbalestConfig['executor'], 'memory'> & { readonly memory: number | string };
  readonly exchange: { readonly memory: number | string; readonly spillDirectory?: string };
  readonly security: Omit<ArbalestConfig['security'], 'maxRequest'> & { readonly maxRequest: number | string };
  readonly $schema?: string;
}

function resolved({ $schema: _, ...checked }: Checked, baseDirectory: string, file: string | undefined): ArbalestConfig {
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(baseDirectory, path));
  const memory = parseSize(checked.executor.memory) || Math.floor(machineMemory() * 0.6);
  const { spillDirectory, ...exchange } = checked.exchange;
  const { tls } = checked.security;
  const { roots, writable } = checked.files;
  const place = (path: string) => (isUrl(path) ? path : absolute(path));
  return {
    ...checked,
    executor: { ...checked.executor, memory, threads: checked.executor.threads || availableParallelism() },
    exchange: {
      ...exchange,
      memory: parseSize(exchange.memory) || Math.floor(memory / 4),
      ...(spillDirectory !== undefined && { spillDirectory: absolute(spillDirectory) }),
    },
    files: {
      ...(roots !== undefined && { roots: roots.map(place) }),
      ...(writable !== undefined && { writable: writable.map(place) }),
    },
    security: {
      ...checked.security,
      maxRequest: parseSize(checked.security.maxRequest)!,
      ...(tls && { tls: absoluteFiles(tls, absolute) }),
    },
    dataDirectory: absolute(checked.dataDirectory),
    baseDirectory,
    ...(file !== undefined && { file }),
  };
}

function absoluteFiles(tls: TlsConfig, absolute: (path: string) => string): TlsConfig {
  const { certificate, key, authorities } = tls;
  return {
    ...tls,
    ...{ certificate: absolute(certificate), key: absolute(key) },
    ...(authorities !== undefined && { authorities: absolute(authorities) }),
  };
}

/** The container's limit where there is one. */
function machineMemory(): number {
  const limit = constrainedMemory?.() ?? 0;
  return limit > 0 && limit < totalmem() ? limit : totalmem();
}
