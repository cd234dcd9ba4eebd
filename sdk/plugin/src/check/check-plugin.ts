import type { BundledPlugins } from '@arbalest/kernel';
import type { PluginManifest } from '@arbalest/spi';
import { conformanceCheck } from './conformance-check.js';
import { loadCheck } from './load-check.js';
import { interfaceCheck, manifestCheck } from './manifest-check.js';
import { CHECKS, type CheckName, type CheckOutcome, skipped } from './outcome.js';
import { packedPackage } from './packed-package.js';
import { readPluginPackage } from './plugin-package.js';
import { typesCheck } from './types-check.js';

export interface CheckPluginRequest {
  /** The package, as its author works in it. Absolute. */
  readonly folder: string;
  /** The plugins that come with the product: their ids are taken, and a plugin may depend on them. */
  readonly bundled?: BundledPlugins;
}

/**
 * All that can be found out about a plugin before it is published, each check as it ends. A check that stands on one that failed is `skipped`.
 *
 * @throws user error `PLUGIN_FOLDER` when there is no package in the folder
 */
export async function* checkPlugin({ folder, bundled }: CheckPluginRequest): AsyncGenerator<CheckOutcome, void> {
  const found = await readPluginPackage(folder);
  const manifest = manifestCheck(found);
  yield manifest;
  const madeFor = interfaceCheck(found);
  yield madeFor;
  if (manifest.outcome === 'failed') return yield* notMade('interface', 'manifest');
  const plugin = { ...found, manifest: found.packageJson.arbalest as PluginManifest };
  const types = await typesCheck(plugin);
  yield types;
  if (types.outcome === 'failed') return yield* notMade('types', 'types');
  await using packed = await packedPackage(plugin);
  yield packed.check;
  if (packed.unpacked === undefined) yield skipped('load', 'there is no package to load');
  else if (madeFor.outcome === 'failed') yield skipped('load', 'it was made for another plugin interface');
  else yield await loadCheck(plugin, packed.unpacked, bundled);
  yield await conformanceCheck(plugin);
}

function* notMade(last: CheckName, failed: CheckName): Generator<CheckOutcome, void> {
  for (const name of CHECKS.slice(CHECKS.indexOf(last) + 1)) yield skipped(name, `not made, because the check "${failed}" failed`);
}
