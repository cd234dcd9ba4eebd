import type { Stage, StageInput, StageOutput } from '@arbalest/planner';
import { expect, test } from 'vitest';
import { CONSTANT_PLAN, fakeDefinition, FakeWorld, SchedulerFixture, SeededRandomness, stage, type Submitted } from '../testing/index.js';

/** Steps with faults, then steps without: by then every job has to end. */
const FAULTY_STEPS = 60;
const CALM_STEPS = 2500;

/** The first, those after failures and losses, alone, in pieces, and twins. */
const MOST_ATTEMPTS = 1 + 4 + 16 + 1 + 3 + 2;

/** Twins at the first occasion. */
const EAGER = { twin_after: '1ms', twin_quantile: '0.1', twin_factor: '1' };

const FAILING = fakeDefinition({ onError: 'null' });

test('clusters that fail at random: every job ends, attempts are bounded, and a result comes of one version of everything that it read', async () => {
  const ends: Record<string, number> = {};
  const faults: Record<string, number> = {};
  for (let seed = 1; seed <= 60; seed++) {
    const { query, world } = await live(seed);
    const end = query.finished ? 'finished' : `${query.failed!.family} ${query.failed!.code}`;
    ends[end] = (ends[end] ?? 0) + 1;
    for (const [kind, count] of Object.entries(world.faults)) faults[kind] = (faults[kind] ?? 0) + count;
  }
  // The faults were there, and most jobs got over them.
  for (const kind of ['kill', 'break', 'lose', 'RANDOM', 'DISK_FULL', 'ROTTEN', 'EXCHANGE_LOST', 'twin', 'aside'])
    expect(faults[kind], kind).toBeGreaterThan(5);
  expect(ends['finished']).toBeGreaterThan(45);
  expect(
    Object.keys(ends).filter(
      (end) =>
        !/^(finished|transient|internal|resources|data-lost) ?(RANDOM|ROTTEN|DISK_FULL|EXCHANGE_LOST|EXECUTOR_LOST|RESULT_LOST|OUTPUT_LOST|TASK_POISONED)?$/.test(
          end,
        ),
    ),
  ).toEqual([]);
});

async function live(seed: number): Promise<{ readonly query: Submitted; readonly world: FakeWorld }> {
  const random = new SeededRandomness(seed);
  const stages = randomStages(random);
  await using cluster = await SchedulerFixture.start({
    executors: [],
    logical: { ...CONSTANT_PLAN, functions: [FAILING] },
    stages: { stages },
    ...(seed % 2 === 0 ? { scheduler: { settings: EAGER } } : {}),
  });
  const world = new FakeWorld(cluster, random, 1 + random.below(2));
  for (let i = 0; i < 1 + random.below(3); i++) world.join();
  const query = await cluster.submit();
  for (let i = 0; i < FAULTY_STEPS && !isOver(query); i++) {
    await world.step(true);
    const { executors } = await cluster.service.listExecutors({});
    if (executors?.some(({ state }) => state === 'aside')) world.faults['aside'] = (world.faults['aside'] ?? 0) + 1;
  }
  for (let i = 0; i < CALM_STEPS && !isOver(query); i++) await world.step(false);
  expect(isOver(query), `seed ${seed} has not ended`).toBe(true);
  const attempts = Math.max(0, ...[...world.attempts.values()].map(({ launch }) => launch.ref!.attempt!));
  expect(attempts, `seed ${seed}`).toBeLessThanOrEqual(MOST_ATTEMPTS);
  if (query.finished) expectOneVersion(query, world, stages, seed);
  if (query.finished) expectEachFailureOnce(query, stages, seed);
  return { query, world };
}

/** However often tasks ran, each has failed on one row. */
function expectEachFailureOnce(query: Submitted, stages: readonly Stage[], seed: number): void {
  const tasks = stages.reduce((sum, { tasks }) => sum + tasks, 0);
  expect(query.finished!.notices, `seed ${seed}`).toEqual([`${tasks} rows failed in function sentiment and gave NULL`]);
}

function isOver(query: Submitted): boolean {
  return query.finished !== undefined || query.failed !== undefined;
}

/** From the parts that the client was told of last, back along what each attempt read: of a task that may answer otherwise the second time, one attempt only. */
function expectOneVersion(query: Submitted, world: FakeWorld, stages: readonly Stage[], seed: number): void {
  const last = new Map(query.parts.map(({ index, source }) => [index!, source!.exchange!]));
  expect(last.size).toBe(stages.at(-1)!.tasks);
  const used = new Map<string, Set<number>>();
  const pending = [...last.values()].map(({ job, stage: id, task, attempt }) => `${job}/${id}/${task}/${attempt}`);
  const seen = new Set(pending);
  for (let name = pending.pop(); name; name = pending.pop()) {
    const { launch, read } = world.attempts.get(name)!;
    const task = `${launch.ref!.stage}/${launch.ref!.task}`;
    used.set(task, (used.get(task) ?? new Set()).add(launch.ref!.attempt!));
    pending.push(...read.filter((source) => !seen.has(source)));
    for (const source of read) seen.add(source);
  }
  for (const { id, output, tasks } of stages) {
    for (let task = 0; task < tasks; task++) {
      expect(used.has(`${id}/${task}`), `seed ${seed}: task ${id}/${task} was not read`).toBe(true);
      if (output.kind === 'spread') expect([...used.get(`${id}/${task}`)!], `seed ${seed}: versions of task ${id}/${task}`).toHaveLength(1);
    }
  }
}

/** A chain or a tree of shuffles, of which some are spread as rows come and some are read while they are written. */
function randomStages(random: SeededRandomness): readonly Stage[] {
  const width = 2 + random.below(2);
  const count = 2 + random.below(3);
  const stages: Stage[] = [];
  for (let id = 0; id < count; id++) {
    const isLast = id === count - 1;
    const tasks = isLast && random.below(2) === 0 ? 1 : width;
    const unread = stages.filter((other) => !stages.some(({ inputs }) => inputs.some((input) => input.stage === other.id)));
    const inputs = id === 0 || (!isLast && random.below(3) === 0) ? [] : unread.map((other): StageInput => inputOf(other, tasks, random));
    const output: StageOutput = isLast
      ? { kind: 'single' }
      : { kind: random.below(3) === 0 ? 'spread' : 'hash', keys: [0], partitions: width };
    stages.push(stage(id, { tasks, inputs, output, functions: [0] }));
  }
  return stages;
}

function inputOf({ id }: Stage, tasks: number, random: SeededRandomness): StageInput {
  return { stage: id, read: tasks === 1 ? 'all' : 'partition', streamed: random.below(3) === 0 };
}
