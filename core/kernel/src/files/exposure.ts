import type { PluginRole } from '@arbalest/spi';
import type { ArbalestConfig } from '../config/config.js';

/**
 * Whether others than this machine's users can reach the process, going by what it is told to listen on: its own section, and any `host` in the sections of
 * plugins, which is where gateways have theirs. An executor is reached through its scheduler too. Embedded, nothing listens but gateways.
 */
export function isExposed(config: ArbalestConfig, role: PluginRole | 'embedded'): boolean {
  const { scheduler, executor, plugin } = config;
  const own =
    role === 'embedded' ? [] : role === 'executor' ? [executor.host, scheduler.host, hostOf(executor.scheduler)] : [scheduler.host];
  const gateways = Object.values(plugin).map((section) => (section as Readonly<Record<string, unknown>> | null)?.['host']);
  return [...own, ...gateways].some((host) => typeof host === 'string' && !isLoopback(host));
}

/** Of the first scheduler that is named. */
function hostOf(address: string): string {
  return /^[a-z]+:\/\/(\[[^\]]*\]|[^:/,]*)/i.exec(address)?.[1] ?? address;
}

export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|\[?::ffff:127(\.\d{1,3}){3}\]?)$/i.test(host);
}
