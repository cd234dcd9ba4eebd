import { resolve } from 'node:path';
import { type ArbalestConfig, loadConfig, parseSize } from '@arbalest/kernel';
import { UsageError } from '../exit-code.js';

export interface ServerOptions {
  readonly host?: string;
  readonly port?: number;
  readonly drain: number;
  readonly insecure?: boolean;
  /** HOST:PORT or `off`. */
  readonly http?: string;
  /** HOST:PORT. */
  readonly flightsql?: string;
}

/** Sections of the configuration as flags give them; what is undefined is left to the file and the environment. */
export function configWith(flags: Readonly<Record<string, Readonly<Record<string, unknown>>>>): ArbalestConfig {
  const given = Object.entries(flags).map(([section, values]) => [
    section,
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
  ]);
  return loadConfig({
    flags: Object.fromEntries(given) as Record<string, unknown>,
    // A person reads text; what collects logs reads JSON.
    defaults: process.stderr.isTTY ? { log: { format: 'pretty' } } : {},
  });
}

/** Folders on the command line are those of the shell, whatever the folder of the configuration file. */
export function stateOption(text: string | undefined): string | undefined {
  const folder = /^lmdb:(?!\/\/)(.+)$/.exec(text ?? '')?.[1];
  return folder === undefined ? text : `lmdb:${resolve(folder)}`;
}

/** Section `http` of the configuration, as the flag gives it. */
export function httpOption(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  if (text === 'off') return { enabled: false };
  return { enabled: true, ...addressOption('--http', text, 'HOST:PORT, e.g. 127.0.0.1:9100, or off') };
}

/** Section `plugin` of the configuration, as the flag gives it. */
export function flightSqlOption({ flightsql, insecure }: Pick<ServerOptions, 'flightsql' | 'insecure'>): Readonly<Record<string, unknown>> {
  if (flightsql === undefined) return {};
  return {
    flightsql: { ...addressOption('--flightsql', flightsql, 'HOST:PORT, e.g. 127.0.0.1:32010'), ...(insecure ? { insecure } : {}) },
  };
}

/** What a person should know of the other ways in. */
export function gatewayLines(gateways: readonly { readonly id: string; readonly url: string }[]): string {
  return gateways.map(({ id, url }) => `${id} is at ${url}\n`).join('');
}

function addressOption(flag: string, text: string, wanted: string): { readonly host: string; readonly port: number } {
  const [, host, port] = /^(\[[0-9a-fA-F:]+\]|[^\s:]+):(\d{1,5})$/.exec(text) ?? [];
  if (host === undefined || Number(port) > 65_535) throw new UsageError(`${flag} ${text} is no address; wanted ${wanted}`);
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

export function sizeOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bytes = parseSize(text);
  if (!bytes) throw new UsageError(`--memory ${text} is not a size; wanted e.g. 4GB or 512MiB`);
  return bytes;
}
