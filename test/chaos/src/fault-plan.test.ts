import { expect, test } from 'vitest';
import { faultPlan } from './fault-plan.js';

const FAULTS = [
  { name: 'executor-kill', lastsMs: [1_000, 2_000] },
  { name: 'disk-full', lastsMs: [3_000, 4_000] },
  { name: 'etcd-stop', lastsMs: [0, 9_000] },
] as const;

test('the same seed plans the same faults, another seed others', () => {
  expect(faultPlan(7, FAULTS, 60_000)).toEqual(faultPlan(7, FAULTS, 60_000));
  expect(faultPlan(7, FAULTS, 60_000)).not.toEqual(faultPlan(8, FAULTS, 60_000));
});

test('a longer run begins as a shorter one does', () => {
  const short = faultPlan(7, FAULTS, 30_000);
  expect(faultPlan(7, FAULTS, 60_000).slice(0, short.length)).toEqual(short);
});

test('each kind comes once before any comes again, in time, and lasts as long as it may', () => {
  const plan = faultPlan(7, FAULTS, 120_000);
  expect(plan.length).toBeGreaterThan(20);
  for (let i = 0; i + 3 <= plan.length; i += 3)
    expect(new Set(plan.slice(i, i + 3).map(({ fault }) => fault))).toEqual(new Set(FAULTS.map(({ name }) => name)));
  for (const { fault, atMs, lastsMs, victim } of plan) {
    const [least, most] = FAULTS.find(({ name }) => name === fault)!.lastsMs;
    expect(lastsMs).toBeGreaterThanOrEqual(least);
    expect(lastsMs).toBeLessThanOrEqual(most);
    expect(atMs).toBeLessThanOrEqual(120_000);
    expect(victim).toBeLessThan(1);
  }
});

test('without faults there is no plan', () => {
  expect(faultPlan(7, [], 60_000)).toEqual([]);
});
