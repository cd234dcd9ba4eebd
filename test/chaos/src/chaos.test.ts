import { whyNoEtcd } from '@arbalest/test-kit';
import { expect, test } from 'vitest';
import { resolveOptions } from './options.js';
import { reportText } from './report.js';
import { runChaos } from './run-chaos.js';

const why = await whyNoEtcd();
if (why !== undefined) console.warn(`Chaos has one scheduler only, with its state in LMDB: ${why}`);

test('two minutes of chaos: every answer is right, and nothing is lost, hangs or stays behind', async () => {
  const options = resolveOptions({ minutes: 2, seed: 1, scale: 0.01, state: why === undefined ? 'etcd' : 'lmdb' });
  const report = await runChaos(options, console.log);
  console.log(reportText(report));
  expect(report.complaints).toEqual([]);
  expect(report.faults.length).toBeGreaterThan(0);
  expect(report.outcomes.length).toBeGreaterThan(0);
}, 900_000);
