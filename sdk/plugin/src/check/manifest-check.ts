import { checkManifests, compatibilityProblems, type PluginCandidate } from '@arbalest/kernel';
import { SPI_VERSION } from '@arbalest/spi';
import { type CheckOutcome, outcome, skipped } from './outcome.js';
import type { PluginPackage } from './plugin-package.js';

/** All that is wrong with a package.json at once: the `arbalest` block, and what npm and Node need to know. */
export function manifestCheck(plugin: PluginPackage): CheckOutcome {
  const candidate = candidateOf(plugin);
  const prefix = `${candidate.name} ${candidate.version}: `;
  const { problems } = checkManifests([candidate]);
  return outcome('manifest', [...problems.map((problem) => problem.replace(prefix, '')), ...packageProblems(plugin)]);
}

/** Whether the plugin was made for the interfaces of this version. */
export function interfaceCheck(plugin: PluginPackage): CheckOutcome {
  const { good } = checkManifests([candidateOf(plugin)]);
  if (good.length === 0) return skipped('interface', 'the manifest does not say what it was made for');
  const problems = compatibilityProblems(good, []);
  return outcome('interface', problems, [`${good[0]!.manifest.spi} takes ${SPI_VERSION}`]);
}

function candidateOf({ folder, packageJson }: PluginPackage): PluginCandidate {
  const { name = folder, version = '0.0.0', arbalest } = packageJson;
  return { name, version, source: 'folder', manifest: arbalest, load: () => Promise.reject(new Error('Only the manifest is looked at')) };
}

function packageProblems({ packageJson }: PluginPackage): readonly string[] {
  const { name, version, type, exports, main, dependencies = {}, peerDependencies = {} } = packageJson;
  const problems: string[] = [];
  if (name === undefined) problems.push('package.json has no "name"');
  if (version === undefined) problems.push('package.json has no "version"');
  if (type !== 'module') problems.push('package.json wants "type": "module", since a plugin is an ES module');
  if (exports === undefined && main === undefined) problems.push('package.json has no "exports" that say which file is the plugin');
  if (dependencies['@arbalest/spi'] === undefined && peerDependencies['@arbalest/spi'] === undefined)
    problems.push('package.json does not name @arbalest/spi in "peerDependencies"');
  if (dependencies['@arbalest/plugin-sdk'] !== undefined)
    problems.push('package.json has @arbalest/plugin-sdk in "dependencies"; only tests need it, so it belongs into "devDependencies"');
  return problems;
}
