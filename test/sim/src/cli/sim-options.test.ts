import { expect, test } from 'vitest';
import { parseSimCommand } from './sim-options.js';

test('runs follow the seed; one seed alone is one run; mutants may take ten thousand', () => {
  expect(parseSimCommand(['--runs', '20', '--seed', '7'])).toMatchObject({ runs: 20, seed: 7, only: false, mutants: undefined });
  expect(parseSimCommand(['--only-seed', '9', '--trace'])).toMatchObject({ runs: 1, seed: 9, only: true, trace: true });
  expect(parseSimCommand(['--mutants'])).toMatchObject({ runs: 10_000, mutants: [] });
  expect(parseSimCommand(['--mutant', 'key-ignored'])).toMatchObject({ mutants: ['key-ignored'] });
});

test('what is not understood is refused with what there is', () => {
  expect(() => parseSimCommand(['--seeds', '1'])).toThrow(/--only-seed S/);
  expect(() => parseSimCommand(['--runs', 'many'])).toThrow("--runs must be a whole number, not 'many'");
});
