import type { PluginKind } from '@arbalest/spi';
import type { ArbalestConfig } from './config/config.js';
import { findPlugins } from './discovery/find-plugins.js';
import type { BundledPlugins, PluginInfo } from './kernel-options.js';
import type { Candidate } from './manifest/candidate.js';
import { checkManifests } from './manifest/check-manifests.js';
import { compatibilityProblems } from './manifest/compatibility.js';

/** A plugin that a process with this configuration would load, or would stumble over. */
export interface SurveyedPlugin {
  readonly id: string;
  readonly kind: PluginKind | '';
  readonly name: string;
  readonly version: string;
  readonly spi: string;
  readonly source: PluginInfo['source'];
  readonly folder?: string;
  /** `ready`: nothing is to be said against it before its code runs; otherwise `problems` says what. */
  readonly state: 'ready' | 'incompatible' | 'invalid' | 'missing';
  readonly problems: readonly string[];
}

/** Looks at all plugins of a configuration, and runs none of their code. */
export async function surveyPlugins(config: ArbalestConfig, bundled?: BundledPlugins): Promise<readonly SurveyedPlugin[]> {
  const { load, allowIncompatible } = config.plugins;
  const one = (name: string) => findPlugins({ inline: [], load: [name], baseDirectory: config.baseDirectory });
  const [own, ...others] = await Promise.all([
    findPlugins({ ...(bundled && { bundled }), inline: [], load: [], baseDirectory: config.baseDirectory }),
    ...load.map(one),
  ]);
  return [
    ...own.candidates.map((candidate) => surveyed(candidate, allowIncompatible)),
    ...others.flatMap(({ candidates, problems }, index) =>
      candidates.length > 0 ? candidates.map((candidate) => surveyed(candidate, allowIncompatible)) : [missing(load[index]!, problems)],
    ),
  ];
}

function surveyed(candidate: Candidate, allowIncompatible: readonly string[]): SurveyedPlugin {
  const { name, version, source, folder, manifest } = candidate;
  const { id = '', kind = '', spi = '' }: Partial<Pick<SurveyedPlugin, 'id' | 'kind' | 'spi'>> = manifest ?? {};
  const { good, problems: invalid } = checkManifests([candidate]);
  const incompatible = compatibilityProblems(good, allowIncompatible);
  const state = invalid.length > 0 ? 'invalid' : incompatible.length > 0 ? 'incompatible' : 'ready';
  return { id, kind, name, version, spi, source, ...(folder !== undefined && { folder }), state, problems: [...invalid, ...incompatible] };
}

function missing(name: string, problems: readonly string[]): SurveyedPlugin {
  const source = name.startsWith('.') || name.startsWith('/') ? 'folder' : 'package';
  return { id: '', kind: '', name, version: '', spi: '', source, state: 'missing', problems };
}
