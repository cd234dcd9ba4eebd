import { createRequire } from 'node:module';
import type semver from 'semver';

const CARET = /^\^(\d+)(?:\.(\d+)(?:\.(\d+))?)?$/;

/** True when the version lies in the range; undefined when the text is no range. */
export function satisfiesRange(version: string, range: string): boolean | undefined {
  const caret = CARET.exec(range);
  // The form nearly every manifest has needs no library, whose forty files take their time to load.
  if (caret !== null && Number(caret[1]) > 0)
    return satisfiesCaret(
      version,
      caret.slice(1).map((part) => Number(part ?? 0)),
    );
  const library = createRequire(import.meta.url)('semver') as typeof semver;
  return library.validRange(range) === null ? undefined : library.satisfies(version, range);
}

function satisfiesCaret(version: string, [major = 0, minor = 0, patch = 0]: readonly number[]): boolean {
  const [metMajor = 0, metMinor = 0, metPatch = 0] = version.split('.').map(Number);
  if (metMajor !== major) return false;
  return metMinor > minor || (metMinor === minor && metPatch >= patch);
}
