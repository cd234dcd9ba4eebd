import type { Plugin, PluginManifest } from '@arbalest/spi';
import type { PluginInfo } from '../kernel-options.js';

/** A plugin that was found, before anything of it was checked or run. */
export interface Candidate {
  readonly name: string;
  readonly version: string;
  readonly source: PluginInfo['source'];
  readonly folder?: string;
  /** The `arbalest` block as it stands in package.json. */
  readonly manifest: unknown;
  /** Imports the plugin; called only when it is to be loaded. */
  load(): Promise<Plugin>;
}

/** A candidate whose manifest is a good one. */
export interface CheckedCandidate extends Candidate {
  readonly manifest: PluginManifest;
}

/** As messages call it: name, version, and where it is. */
export function describeCandidate({ name, version, folder }: Candidate): string {
  return `${name} ${version}${folder === undefined ? '' : ` in ${folder}`}`;
}
