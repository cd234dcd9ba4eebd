import semver from 'semver';
import { expect, it } from 'vitest';
import { satisfiesRange } from './spi-range.js';

const VERSIONS = ['0.9.0', '1.0.0', '1.2.3', '1.10.0', '2.0.0', '11.0.0'];
const RANGES = ['^1.0', '^1', '^1.2', '^1.2.3', '^1.2.4', '^2.0.0', '^0.9', '>=1 <3', '1.x', '*', '~1.2'];

it.each(RANGES)('%s means what semver says', (range) => {
  for (const version of VERSIONS) expect([version, satisfiesRange(version, range)]).toEqual([version, semver.satisfies(version, range)]);
});

it('tells what is no range', () => expect(satisfiesRange('1.0.0', 'latest')).toBeUndefined());
