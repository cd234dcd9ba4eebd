import { SPI_VERSION } from '@arbalest/spi';
import { describeCandidate, type CheckedCandidate } from './candidate.js';
import { satisfiesRange } from './spi-range.js';

/** What is wrong with plugins that were made for another version of the plugin interface, save those the configuration lets through. */
export function compatibilityProblems(candidates: readonly CheckedCandidate[], allowIncompatible: readonly string[]): readonly string[] {
  return candidates
    .filter(({ manifest }) => satisfiesRange(SPI_VERSION, manifest.spi) !== true && !allowIncompatible.includes(manifest.id))
    .map(
      (candidate) =>
        `${describeCandidate(candidate)}: made for plugin interface ${candidate.manifest.spi}, met ${SPI_VERSION}; install a version of it that ` +
        `fits, or load it all the same with "plugins": { "allowIncompatible": ["${candidate.manifest.id}"] }`,
    );
}
