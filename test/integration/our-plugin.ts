import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadPlugin, type LoadedPlugin, type LoadPluginOptions, type PluginBeside } from '@arbalest/plugin-sdk/testing';
import type { Plugin, PluginManifest } from '@arbalest/spi';
import { workspaceRoot } from '@arbalest/test-kit';

/** A plugin of this repository, by the name of its folder, as a plugin beside another. */
export async function ourPlugin(folder: string): Promise<PluginBeside> {
  const text = await readFile(join(workspaceRoot, 'plugins', folder, 'package.json'), 'utf8');
  const { name, arbalest } = JSON.parse(text) as { readonly name: string; readonly arbalest: PluginManifest };
  const { default: plugin } = (await import(name)) as { readonly default: Plugin };
  return { manifest: arbalest, plugin };
}

/** Starts a plugin of this repository, alone or with others beside it. */
export async function loadOurPlugin(
  folder: string,
  beside: readonly string[] = [],
  options: Partial<LoadPluginOptions> = {},
): Promise<LoadedPlugin> {
  const { manifest, plugin } = await ourPlugin(folder);
  return loadPlugin(plugin, { manifest, beside: await Promise.all(beside.map(ourPlugin)), ...options });
}
