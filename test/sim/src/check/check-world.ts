import { asText } from '../data/rows.js';
import type { Outcome } from '../client/statement.js';
import type { World } from '../world.js';

/** Starts of one task that may fail, as a scheduler has it when nothing is said. */
const MOST_FAILURES = 4;

/** Families of errors that faults may end a statement with. */
const EXCUSED = new Set(['transient', 'internal', 'resources', 'data-lost']);
const EXCUSED_CODES = new Set([
  'RANDOM',
  'TASK_POISONED',
  'EXECUTOR_LOST',
  'EXCHANGE_LOST',
  'OUTPUT_LOST',
  'RESULT_LOST',
  'NO_EXECUTORS',
  'TASK_STOPPED',
  'EXECUTOR_DRAINING',
]);

/** What must hold when all has been said and done. Violations go to the world. */
export async function checkWorld(world: World): Promise<void> {
  for (const outcome of world.outcomes) checkOutcome(outcome, world);
  for (const text of world.warehouse.violations) world.violate(text);
  checkWrites(world);
  for (const text of world.store?.violations ?? []) world.violate(text);
  for (const key of await world.jobKeys()) world.violate(`The store still holds ${key}`);
  // A failure that the scheduler could not write down before it lost its lease does not count.
  const most = world.mode === 'none' && !world.knobs.counts['scheduler stopped'] ? MOST_FAILURES : MOST_FAILURES * 8;
  for (const [task, failures] of world.knobs.failures)
    if (failures > most) world.violate(`Task ${task} has failed ${failures} times, more than ${most}`);
  for (const executor of world.executors.values()) {
    if (executor.leftovers().length > 0) world.violate(`${executor.id} still holds ${executor.leftovers().join(', ')}`);
  }
  for (const [name, { service }] of world.schedulers) {
    if (!service.leads) continue;
    const { jobs } = await service.listJobs({ limit: 1000 });
    for (const { job, state } of jobs!) if (!isOver(state!)) world.violate(`Job ${job} of ${name} is still ${state}`);
    const { executors } = await service.listExecutors({});
    for (const { executor, slotsUsed } of executors!)
      if (slotsUsed) world.violate(`${name} thinks that ${executor} uses ${slotsUsed} slots`);
  }
}

/** Whether everything that nobody wants any more is gone, as far as can be seen from outside. */
export async function isQuiet(world: World): Promise<boolean> {
  if ((await world.jobKeys()).length > 0) return false;
  if ([...world.executors.values()].some((executor) => executor.leftovers().length > 0)) return false;
  for (const { service } of world.schedulers.values()) {
    if (!service.leads) continue;
    const { jobs } = await service.listJobs({ limit: 1000 });
    if (jobs!.some(({ state }) => !isOver(state!))) return false;
  }
  return true;
}

function isOver(state: string): boolean {
  return state === 'finished' || state === 'failed' || state === 'cancelled';
}

function checkOutcome(outcome: Outcome, world: World): void {
  const { statement, end, cancelled } = outcome;
  if (end === 'finished') {
    if (statement.kind === 'query') checkAnswer(outcome, world);
    return;
  }
  const excused =
    cancelled || (!outcome.mayComeBack && outcome.end === 'unknown') || (EXCUSED.has(outcome.family!) && EXCUSED_CODES.has(outcome.code!));
  // Where messages are slow a scheduler may give up the lead without any fault, and who has no key does not ask again.
  const hasLost = !outcome.mayComeBack && outcome.code === 'NOT_LEADER';
  const calm = Object.keys(world.knobs.counts).length === 0 && !hasLost;
  if (!excused || (calm && !cancelled))
    world.violate(`${statement.sql} (${outcome.job}) ended with ${outcome.family} ${outcome.code}: ${outcome.message}`);
}

function checkAnswer({ statement, rows, versions, job }: Outcome, world: World): void {
  const wanted = asText(world.answer(statement.query!));
  const got = asText(rows!);
  if (got !== wanted) world.violate(`${statement.sql} (${job}) answered ${got || 'nothing'}, not ${wanted || 'nothing'}`);
  const byTask = new Map<string, string>();
  for (const version of versions!) {
    const [task, attempt] = version.split('#') as [string, string];
    const other = byTask.get(task);
    if (other !== undefined)
      world.violate(`${statement.sql} (${job}) answers with rows of attempts ${other} and ${attempt} of task ${task}`);
    byTask.set(task, attempt);
  }
}

/** Each table has the rows of its statement once, or not at all; once if the client was told so, and not at all if it was told of a failure. */
function checkWrites(world: World): void {
  for (const { statement, end, job, written } of world.outcomes) {
    if (statement.kind !== 'write') continue;
    const commits = world.warehouse.commits.filter(({ table }) => table === statement.table);
    if (commits.length > 1) world.violate(`${statement.sql} (${job}) was committed ${commits.length} times`);
    if (end === 'finished' && commits.length === 0) world.violate(`${statement.sql} (${job}) finished, but its rows are not there`);
    if (end === 'failed' && commits.length > 0) world.violate(`${statement.sql} (${job}) failed, but its rows are there`);
    const [commit] = commits;
    if (!commit) continue;
    const wanted = asText(world.answer(statement.query!));
    if (asText(commit.rows) !== wanted) world.violate(`${statement.sql} (${job}) wrote ${asText(commit.rows)}, not ${wanted}`);
    if (end === 'finished' && written !== commit.rows.length)
      world.violate(`${statement.sql} (${job}) says ${written} rows, and wrote ${commit.rows.length}`);
  }
  // One that was begun right before its scheduler died is nobody's: the writer's own sweeping finds it.
  if (world.mode !== 'none' || world.knobs.counts['scheduler stopped']) return;
  for (const id of world.warehouse.open()) world.violate(`Write ${id} has come to no end`);
}
