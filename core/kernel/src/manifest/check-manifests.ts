import { SPI_VERSION, type PluginManifest } from '@arbalest/spi';
import { schemaProblem, validatorOf } from '../validation/validator.js';
import { describeCandidate, type Candidate, type CheckedCandidate } from './candidate.js';
import { MANIFEST_SCHEMA } from './manifest-schema.js';
import { satisfiesRange } from './spi-range.js';

export interface ManifestCheck {
  readonly good: readonly CheckedCandidate[];
  readonly problems: readonly string[];
}

/** Checks all manifests and reports what is wrong with any of them, so that one start shows everything there is to mend. */
export function checkManifests(candidates: readonly Candidate[]): ManifestCheck {
  const problems: string[] = [];
  const good: CheckedCandidate[] = [];
  for (const candidate of candidates) {
    const found = manifestProblems(candidate);
    if (found.length === 0) good.push(candidate as CheckedCandidate);
    problems.push(...found.map((problem) => `${describeCandidate(candidate)}: ${problem}`));
  }
  return { good, problems: [...problems, ...duplicates(good)] };
}

function manifestProblems({ manifest, source }: Candidate): readonly string[] {
  if (manifest === undefined) return ['package.json has no "arbalest" block, so this is not a plugin'];
  const problems = validatorOf(MANIFEST_SCHEMA)(manifest).map(({ path, message }) => `${['arbalest', ...path].join('.')} ${message}`);
  if (problems.length > 0) return problems;
  const { spi, config } = manifest as PluginManifest;
  if (satisfiesRange(SPI_VERSION, spi) === undefined) return [`arbalest.spi "${spi}" is not a range of versions; write for example "^1.0"`];
  // The schemas of bundled plugins are checked by their tests, not at each start.
  const wrongSchema = config === undefined || source === 'bundled' ? undefined : schemaProblem(config);
  return wrongSchema === undefined ? [] : [`arbalest.config is not a JSON Schema: ${wrongSchema}`];
}

function duplicates(candidates: readonly CheckedCandidate[]): readonly string[] {
  const first = new Map<string, CheckedCandidate>();
  const problems: string[] = [];
  for (const candidate of candidates) {
    const other = first.get(candidate.manifest.id);
    if (other === undefined) first.set(candidate.manifest.id, candidate);
    else
      problems.push(
        `The plugin id "${candidate.manifest.id}" is taken twice: by ${describeCandidate(other)} and by ${describeCandidate(candidate)}`,
      );
  }
  return problems;
}
