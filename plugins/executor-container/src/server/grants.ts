import { readFile } from 'node:fs/promises';
import { type ArbalestError, type FunctionRequests, userError } from '@arbalest/spi';
import type { ServerLimits } from './pool-options.js';

/** What functions may have beyond the default sandbox when they ask for it. */
export interface FunctionGrants {
  readonly networks: readonly string[];
  readonly maxMemoryBytes?: number;
  readonly maxCpus?: number;
  /** Names of variables; one that ends in `*` stands for all that begin so. */
  readonly environment: readonly string[];
  readonly secrets: Readonly<Record<string, SecretSource>>;
  readonly gpus: number;
  readonly runtimes: readonly string[];
}

/** Where the value of a secret is on this host: a variable of the executor's environment, or a file. */
export type SecretSource = { readonly env: string } | { readonly file: string };

/** What a server gets: requests that were granted, over the defaults. */
export interface Resources {
  readonly memoryBytes: number;
  readonly cpus: number;
  readonly network?: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Names. */
  readonly secrets: readonly string[];
  readonly gpus: number;
  readonly runtime?: string;
  readonly port?: number;
}

/** The protocol's own, and what changes how programs are loaded. */
const RESERVED = /^(ARBALEST_|LD_)/;

/** @throws user error `FUNCTION_REFUSED` that names all that was not granted, and which settings would allow it */
export function grant(
  requests: FunctionRequests,
  grants: FunctionGrants,
  limits: Pick<ServerLimits, 'memoryBytes'> & { readonly cpus: number },
  runtime?: string,
): Resources {
  const refused = [...refusedAmounts(requests, grants, limits), ...refusedNames(requests, grants)];
  if (refused.length > 0) throw refusal(refused);
  const chosenRuntime = requests.runtime ?? runtime;
  return {
    memoryBytes: requests.memoryBytes ?? limits.memoryBytes,
    cpus: requests.cpus ?? limits.cpus,
    ...(requests.network === undefined ? {} : { network: requests.network }),
    environment: requests.environment ?? {},
    secrets: requests.secrets ?? [],
    gpus: requests.gpus ?? 0,
    ...(chosenRuntime === undefined ? {} : { runtime: chosenRuntime }),
    ...(requests.port === undefined ? {} : { port: requests.port }),
  };
}

export function refusal(refused: readonly string[]): ArbalestError {
  return userError('FUNCTION_REFUSED', `The function asks for what the executors' configuration does not grant: ${refused.join('; ')}`);
}

function refusedAmounts(
  { memoryBytes, cpus, gpus }: FunctionRequests,
  grants: FunctionGrants,
  limits: { readonly memoryBytes: number; readonly cpus: number },
): string[] {
  return [
    ...tooMuch('memory', memoryBytes, Math.max(limits.memoryBytes, grants.maxMemoryBytes ?? 0), 'bytes', 'maxMemoryBytes'),
    ...tooMuch('CPUs', cpus, Math.max(limits.cpus, grants.maxCpus ?? 0), 'CPUs', 'maxCpus'),
    ...tooMuch('GPUs', gpus, grants.gpus, 'GPUs', 'gpus'),
  ];
}

function tooMuch(what: string, wanted: number | undefined, most: number, unit: string, setting: string): string[] {
  if (wanted === undefined || (wanted >= 0 && wanted <= most)) return [];
  return [`${what}: ${wanted} ${unit} where ${most} are allowed at most (setting plugin.container.grants.${setting})`];
}

function refusedNames({ network, environment = {}, secrets = [], runtime, port }: FunctionRequests, grants: FunctionGrants): string[] {
  const refused: string[] = [];
  if (network !== undefined && !grants.networks.includes(network)) {
    refused.push(`network "${network}" (setting plugin.container.grants.networks)`);
  }
  for (const name of Object.keys(environment)) {
    if (RESERVED.test(name)) refused.push(`variable "${name}", which is not for functions to set`);
    else if (!matches(name, grants.environment)) refused.push(`variable "${name}" (setting plugin.container.grants.environment)`);
  }
  for (const name of secrets) {
    if (!Object.hasOwn(grants.secrets, name)) refused.push(`secret "${name}" (setting plugin.container.grants.secrets)`);
  }
  if (runtime !== undefined && !grants.runtimes.includes(runtime)) {
    refused.push(`runtime "${runtime}" (setting plugin.container.grants.runtimes)`);
  }
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    refused.push(`port ${port}, which is no number of a port`);
  return refused;
}

function matches(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern));
}

/**
 * Values of secrets by name. They go into the server's environment, and nowhere else.
 *
 * @throws user error `FUNCTION_REFUSED` for one that is configured but is not on this host
 */
export async function readSecrets(names: readonly string[], grants: FunctionGrants): Promise<Readonly<Record<string, string>>> {
  const values = await Promise.all(names.map(async (name) => [name, await readSecret(name, grants.secrets[name]!)] as const));
  return Object.fromEntries(values);
}

async function readSecret(name: string, source: SecretSource): Promise<string> {
  const value = 'env' in source ? process.env[source.env] : await readFile(source.file, 'utf8').catch(() => undefined);
  if (value !== undefined) return value.replace(/\r?\n$/, '');
  const place = 'env' in source ? `the environment variable ${source.env}` : `the file ${source.file}`;
  throw refusal([
    `secret "${name}", whose value should be in ${place} of this executor but is not (setting plugin.container.grants.secrets)`,
  ]);
}
