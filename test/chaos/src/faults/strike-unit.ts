import type { Unit } from '../cluster/unit.js';
import type { Struck } from './fault.js';

/** kill -9, until it is started again. */
export async function killed(unit: Unit | undefined): Promise<Struck | undefined> {
  if (!unit) return undefined;
  const at = performance.now();
  const what = `${unit.name} (pid ${unit.pid})`;
  await unit.kill();
  return { what, at, heal: () => unit.start() };
}

/** SIGSTOP, until SIGCONT. */
export async function stopped(unit: Unit | undefined): Promise<Struck | undefined> {
  if (!unit) return undefined;
  const at = performance.now();
  unit.stopProcess();
  return { what: `${unit.name} (pid ${unit.pid})`, at, heal: async () => unit.continueProcess() };
}
