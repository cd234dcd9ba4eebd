import { mkdtemp, rm } from 'node:fs/promises';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BundledPlugins, createKernel, pluginEntry, resolveConfig } from '@arbalest/kernel';
import {
  AUTHENTICATORS,
  CATALOGS,
  CODECS,
  definePlugin,
  EXECUTORS,
  FRONTENDS,
  GATEWAYS,
  internalError,
  LAUNCHERS,
  silentLog,
  SQL_SERVICE,
  STATE_STORES,
  type PluginKind,
  type SqlService,
  type Token,
} from '@arbalest/spi';
import { type CheckOutcome, outcome } from './outcome.js';
import type { CheckedPackage } from './plugin-package.js';

/** What a plugin of each kind is there to contribute. */
const EXTENSION_POINTS: Readonly<Record<PluginKind, Token<unknown>>> = {
  authenticator: AUTHENTICATORS,
  catalog: CATALOGS,
  codec: CODECS,
  executor: EXECUTORS,
  frontend: FRONTENDS,
  gateway: GATEWAYS,
  launcher: LAUNCHERS,
  state: STATE_STORES,
};

/**
 * Loads the unpacked package in a kernel, makes what it contributes, and stops it. Its section of the configuration is the one in the
 * `arbalest.config.json` of its own folder, where there is one.
 */
export async function loadCheck(plugin: CheckedPackage, unpacked: string, bundled?: BundledPlugins): Promise<CheckOutcome> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'arbalest-plugin-data-'));
  try {
    return outcome('load', [], await load(plugin, unpacked, dataDirectory, bundled));
  } catch (thrown) {
    return outcome('load', [loadProblem(thrown)]);
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

async function load(
  { folder, manifest, packageJson }: CheckedPackage,
  unpacked: string,
  dataDirectory: string,
  bundled?: BundledPlugins,
): Promise<readonly string[]> {
  const config = resolveConfig({ plugins: { load: [unpacked] }, plugin: await sectionOf(folder, manifest.id), dataDirectory }, folder);
  const wanted = new Set([manifest.id, SQL_STAND_IN.manifest.id, ...(manifest.dependsOn ?? [])]);
  await using kernel = await createKernel({
    config,
    role: 'embedded',
    log: silentLog,
    inline: [SQL_STAND_IN],
    // Those that come with the product take their ids, and are loaded where this one depends on them. A package that is one of them is checked in its stead.
    ...(bundled !== undefined && { bundled: { ...bundled, packages: bundled.packages.filter((name) => name !== packageJson.name) } }),
    skip: ({ id }) => !wanted.has(id),
  });
  const made = kernel.services.all(EXTENSION_POINTS[manifest.kind]);
  if (made.length === 0)
    throw new Error(`The plugin is a ${manifest.kind}, but its register contributes no ${EXTENSION_POINTS[manifest.kind].name}`);
  const entry = pluginEntry(unpacked, packageJson);
  const exported = Object.keys((await import(pathToFileURL(entry).href)) as object).sort();
  const ids = made.map((service) => (service as { readonly id?: string }).id).filter((id) => id !== undefined);
  return [
    `exports ${exported.join(', ')}`,
    `contributes ${EXTENSION_POINTS[manifest.kind].name}${ids.length > 0 ? ` ${ids.join(', ')}` : ''}`,
  ];
}

/** Gateways may ask for it when they are made; nothing is asked of it before they are started, which is not done here. */
const SQL_STAND_IN = {
  manifest: { kind: 'gateway', id: 'sql-service-of-the-check', spi: '^1.0' },
  plugin: definePlugin({
    register({ contribute }) {
      contribute(SQL_SERVICE, () => new Proxy({} as SqlService, { get: (_, member) => refuse(String(member)) }));
    },
  }),
} as const;

function refuse(member: string): never {
  throw internalError('SQL_SERVICE_TOO_EARLY', `A plugin asked for ${member} of the SQL service before it was started; wait for start`);
}

async function sectionOf(folder: string, id: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(join(folder, 'arbalest.config.json'), 'utf8').catch(() => '{}');
  const { plugin = {} } = JSON.parse(text) as { readonly plugin?: Readonly<Record<string, unknown>> };
  return plugin[id] === undefined ? {} : { [id]: plugin[id] };
}

function loadProblem(thrown: unknown): string {
  const { message, cause } = thrown as Error;
  const reason = cause instanceof Error && !message.includes(cause.message) ? `: ${cause.message}` : '';
  return `the packed plugin does not load outside its folder: ${message}${reason}`;
}
