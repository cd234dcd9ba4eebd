import { expect, test } from 'vitest';
import { resolveOptions } from './options.js';
import { reportText } from './report.js';
import { runChaos } from './run-chaos.js';

const FAULTS = ['executor-kill', 'executor-stop', 'executors-kill', 'disk-full', 'container-kill'] as const;

test('two minutes of chaos: every answer is right, and nothing is lost, hangs or stays behind', async () => {
  const report = await runChaos(resolveOptions({ minutes: 2, scale: 0.01, state: 'memory', faults: FAULTS }), console.log);
  console.log(reportText(report));
  expect(report.complaints).toEqual([]);
  expect(report.faults.length).toBeGreaterThan(0);
  expect(report.outcomes.length).toBeGreaterThan(0);
}, 900_000);
