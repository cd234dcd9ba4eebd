import { runSeed } from './run-seed.js';
const from = Number(process.argv[2] ?? 1),
  n = Number(process.argv[3] ?? 1);
await import('apache-arrow');
Error.stackTraceLimit = 0;
const t0 = performance.now();
const ends: Record<string, number> = {},
  faults: Record<string, number> = {};
let events = 0,
  bad = 0,
  vms = 0;
for (let seed = from; seed < from + n; seed++) {
  const r = await runSeed(seed, process.argv[4] === 'trace');
  events += r.events;
  vms += r.virtualMs;
  for (const [k, v] of Object.entries(r.ends)) ends[k] = (ends[k] ?? 0) + v;
  for (const [k, v] of Object.entries(r.faults)) faults[k] = (faults[k] ?? 0) + v;
  if (r.violations.length) {
    bad++;
    if (bad < 30) console.log(seed, r.violations.slice(0, 3).join('\n    ').slice(0, 600));
  }
  if (process.argv[4] === 'trace') console.log(r.history.join('\n'), r.hash);
}
console.log({ ends, faults, bad, events: events / n, vms: vms / n, msPerRun: (performance.now() - t0) / n });
