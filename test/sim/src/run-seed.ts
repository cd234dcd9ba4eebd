import { checkWorld, isQuiet } from './check/check-world.js';
import { Faults } from './faults/faults.js';
import { World } from './world.js';

export interface RunReport {
  readonly seed: number;
  readonly violations: readonly string[];
  /** The same for the same seed. */
  readonly hash: string;
  readonly events: number;
  readonly virtualMs: number;
  /** How often, by kind. */
  readonly faults: Readonly<Record<string, number>>;
  /** How statements ended, counted. */
  readonly ends: Readonly<Record<string, number>>;
  /** Who said what when; empty unless it was asked for. */
  readonly history: readonly string[];
}

/** Faults end by then, milliseconds; sooner when every client is content. */
const FAULTY_MS = 60_000;
/** Clients have to be content so long after the last fault. */
const PATIENCE_MS = 240_000;
/** By then everything that nobody wants any more is gone: longer than jobs without a client go on, and then their results are kept. */
const SWEEP_MS = 180_000;
const LOOK_MS = 3000;

/** One life of one cluster. Never rejects for what goes wrong in it: that is in the report. */
export async function runSeed(seed: number, keepHistory = false): Promise<RunReport> {
  const world = new World(seed, keepHistory);
  const { time, random, network, knobs, services, trace } = world;
  const isCalm = random.chance(0.08);
  const intervalMs = random.pick([300, 1000, 3000, 10_000])!;
  const faults = new Faults({ time, random: random.fork('faults'), network, knobs, services, intervalMs, killable: world.killable });
  if (!isCalm) faults.start();
  const onThrown = (thrown: unknown): void => world.violate(`Nobody caught ${thrown instanceof Error ? thrown.stack : String(thrown)}`);
  process.on('unhandledRejection', onThrown);
  try {
    await time.run(() => world.clientsAtWork === 0, FAULTY_MS);
    faults.stop();
    trace.note('FAULT', 'no more');
    if (!(await time.run(() => world.clientsAtWork === 0, time.now + PATIENCE_MS)))
      world.violate(`${world.clientsAtWork} clients wait for ever`);
    await untilQuiet(world);
    await checkWorld(world);
  } catch (thrown) {
    onThrown(thrown);
  } finally {
    process.off('unhandledRejection', onThrown);
  }
  return {
    seed,
    violations: world.violations,
    hash: trace.hash,
    events: time.events,
    virtualMs: Math.round(time.now),
    faults: knobs.counts,
    ends: endsOf(world),
    history: trace.text,
  };
}

/** Seen twice: what was under way when it was looked for shows the second time. */
async function untilQuiet(world: World): Promise<void> {
  const { time } = world;
  const end = time.now + SWEEP_MS;
  for (let seen = 0; time.now < end && seen < 2;) {
    await time.run(() => false, time.now + LOOK_MS);
    seen = (await isQuiet(world)) ? seen + 1 : 0;
  }
}

function endsOf({ outcomes }: World): Record<string, number> {
  const ends: Record<string, number> = {};
  for (const { end, code, cancelled } of outcomes) {
    const name = cancelled ? 'cancelled' : end === 'finished' ? end : `${end} ${code}`;
    ends[name] = (ends[name] ?? 0) + 1;
  }
  return ends;
}
